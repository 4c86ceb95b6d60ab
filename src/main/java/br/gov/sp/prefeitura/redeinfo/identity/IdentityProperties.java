package br.gov.sp.prefeitura.redeinfo.identity;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Sign-in and passwords.
 *
 * @param activationValidity how long the link for the first password is good for
 * @param resetValidity how long the link for a new password is good for
 * @param resetPause at most one link per account in this time
 * @param deviceMemory how long a browser counts as known after its last sign-in
 * @param passwordLength least number of characters of a password
 * @param hashStrength cost of a password's hash: 12 takes about a quarter of a second
 * @param source guesses at one account from one address
 * @param account guesses at one account from anywhere but the known browsers of its owner
 * @param code guesses of one person at codes of one purpose
 * @param codeFromAddress guesses at codes of one purpose by people who are not signed in, from one
 *     address
 */
@ConfigurationProperties("rede-info.identity")
public record IdentityProperties(
    @DefaultValue("72h") Duration activationValidity,
    @DefaultValue("2h") Duration resetValidity,
    @DefaultValue("5m") Duration resetPause,
    @DefaultValue("180d") Duration deviceMemory,
    @DefaultValue("12") int passwordLength,
    @DefaultValue("12") int hashStrength,
    @DefaultValue Guesses source,
    Guesses account,
    Guesses code,
    Guesses codeFromAddress) {

  public IdentityProperties {
    if (account == null) {
      account = new Guesses(100, Duration.ofSeconds(1), Duration.ofMinutes(1), Duration.ofHours(1));
    }
    if (code == null) {
      code = new Guesses(20, Duration.ofSeconds(5), Duration.ofMinutes(5), Duration.ofHours(1));
    }
    if (codeFromAddress == null) {
      // A room full of people who are a little late with their code shares one.
      codeFromAddress =
          new Guesses(200, Duration.ofSeconds(1), Duration.ofMinutes(1), Duration.ofHours(1));
    }
  }

  /**
   * @param free wrong guesses without a delay
   * @param firstDelay doubled with each further wrong guess
   * @param longestDelay no delay is longer
   * @param memory after this time without a guess everything is forgotten
   */
  public record Guesses(
      @DefaultValue("5") int free,
      @DefaultValue("2s") Duration firstDelay,
      @DefaultValue("15m") Duration longestDelay,
      @DefaultValue("24h") Duration memory) {}
}
