package br.gov.sp.prefeitura.redeinfo.identity.domain;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.Profile;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;

/** In production nobody gets in with a password that everybody can read: then nothing starts. */
@Component
@Profile("production")
class ProductionGuard implements SmartInitializingSingleton {

  private final AccountRepository accounts;
  private final Environment environment;

  ProductionGuard(AccountRepository accounts, Environment environment) {
    this.accounts = accounts;
    this.environment = environment;
  }

  @Override
  public void afterSingletonsInstantiated() {
    if (environment.acceptsProfiles(Profiles.of("demo"))) {
      throw new IllegalStateException(
          "The profiles production and demo exclude each other: demo opens accounts with a publicly"
              + " known password. Start with SPRING_PROFILES_ACTIVE=production alone.");
    }
    if (accounts.anyOfDemonstration()) {
      throw new IllegalStateException(
          "This database has accounts with the publicly known password of the demonstration."
              + " Production starts on a database of its own, or after their owners have chosen"
              + " other passwords.");
    }
  }
}
