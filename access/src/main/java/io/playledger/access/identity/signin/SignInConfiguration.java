package io.playledger.access.identity.signin;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Wires signing in, and the proofs that it asks for. */
@Configuration(proxyBeanMethods = false)
@Import({
  SignIns.class,
  GuessBrake.class,
  Login.class,
  SecondProof.class,
  StaffFactors.class,
  PasswordChange.class,
  FreshSignIn.class,
  AccountKeyOwners.class
})
class SignInConfiguration {}
