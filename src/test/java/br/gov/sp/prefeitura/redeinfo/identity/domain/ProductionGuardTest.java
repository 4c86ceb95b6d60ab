package br.gov.sp.prefeitura.redeinfo.identity.domain;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;

@DisplayName("Production")
class ProductionGuardTest {

  private final AccountRepository accounts = mock(AccountRepository.class);
  private final MockEnvironment environment = new MockEnvironment();
  private ProductionGuard guard;

  @BeforeEach
  void setUp() {
    environment.setActiveProfiles("production");
    guard = new ProductionGuard(accounts, environment);
  }

  @Test
  @DisplayName("starts where nobody has the demonstration's password")
  void starts() {
    assertThatCode(guard::afterSingletonsInstantiated).doesNotThrowAnyException();
  }

  @Test
  @DisplayName("does not start on a database with accounts of the demonstration")
  void refusesKnownPassword() {
    when(accounts.anyOfDemonstration()).thenReturn(true);
    assertThatThrownBy(guard::afterSingletonsInstantiated)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("publicly known password");
  }

  @Test
  @DisplayName("does not start together with the demonstration")
  void refusesBothProfiles() {
    environment.setActiveProfiles("production", "demo");
    assertThatThrownBy(guard::afterSingletonsInstantiated)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("exclude each other");
  }
}
