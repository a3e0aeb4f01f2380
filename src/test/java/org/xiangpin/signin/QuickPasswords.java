package org.xiangpin.signin;

import com.password4j.Argon2Function;
import com.password4j.types.Argon2;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;

/** The same hashing at a hundredth of the work, in tests. */
@Alternative
@Priority(1)
@ApplicationScoped
class QuickPasswords extends Passwords {

  QuickPasswords() {
    super(Argon2Function.getInstance(64, 1, 1, 32, Argon2.ID));
  }
}
