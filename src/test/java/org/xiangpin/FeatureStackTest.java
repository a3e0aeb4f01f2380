package org.xiangpin;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The house's one law of structure: features form a stack and import downward only. */
class FeatureStackTest {

  /** From the top. Features on one line do not import each other. A new feature is a new word. */
  private static final String STACK =
      """
      launch
      demo
      storefront scan filing
      recall
      order
      payment parcel
      stock
      listing scanlog
      tally lotview
      custody
      label lotlife field
      sampling missing
      residue intake
      lineage
      trace
      mass lotevent ledger
      epcis tracelog
      eventhash
      spray mark
      producer
      people office storefrontkey console
      signin photo
      account
      branch
      region resolver picture
      shared jsonschema
      """;

  private static final Map<String, Integer> HEIGHT = heights();

  @Test
  void featuresImportDownwardOnly() {
    JavaClasses classes =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.xiangpin");
    List<String> upward = new ArrayList<>();
    for (JavaClass user : classes) {
      for (Dependency dependency : user.getDirectDependenciesFromSelf()) {
        String from = feature(user);
        String to = feature(dependency.getTargetClass());
        if (from == null || to == null || from.equals(to)) {
          continue;
        }
        if (height(from) <= height(to)) {
          upward.add(user.getName() + " imports " + dependency.getTargetClass().getName());
        }
      }
    }
    assertTrue(upward.isEmpty(), () -> String.join("\n", upward));
  }

  @Test
  void everyPackageIsAFeatureOfTheStack() {
    JavaClasses classes =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.xiangpin");
    List<String> strangers =
        classes.stream()
            .map(FeatureStackTest::feature)
            .filter(f -> f != null && !HEIGHT.containsKey(f))
            .distinct()
            .toList();
    assertTrue(strangers.isEmpty(), () -> "not in the stack: " + strangers);
  }

  private static int height(String feature) {
    return HEIGHT.getOrDefault(feature, -1);
  }

  /** The feature of a class of the service; null for libraries and the two other modules. */
  private static String feature(JavaClass type) {
    String name = type.getPackageName();
    if (!name.startsWith("org.xiangpin.")
        || name.startsWith("org.xiangpin.traceability")
        || name.startsWith("org.xiangpin.storefront.api")) {
      return null;
    }
    return name.split("\\.")[2];
  }

  private static Map<String, Integer> heights() {
    List<String> lines = STACK.lines().map(String::strip).toList();
    Map<String, Integer> heights = new HashMap<>();
    for (int i = 0; i < lines.size(); i++) {
      for (String feature : lines.get(i).split("\\s+")) {
        heights.put(feature, lines.size() - i);
      }
    }
    return heights;
  }
}
