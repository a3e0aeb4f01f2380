package org.xiangpin;

import io.quarkus.test.common.QuarkusTestResource;
import org.xiangpin.launch.DatabaseForTests;

/** Gives every test of this module the one database; found by its annotation, never run itself. */
@QuarkusTestResource(DatabaseForTests.class)
final class AllTestsUseTheDatabase {}
