package br.gov.sp.prefeitura.redeinfo.identity.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.web.servlet.FlashMap;

@DisplayName("What a session holds")
class SessionJsonTest {

  private final SessionJson json = new SessionJson();

  @Test
  @DisplayName("comes back as it was: who signed in")
  void account() {
    SignedInAccount account = new SignedInAccount(7, "maria.x", 3);

    SecurityContext read =
        (SecurityContext) json.read(json.write(new SecurityContextImpl(account.authentication())));

    assertThat(read.getAuthentication().getPrincipal()).isEqualTo(account);
    assertThat(read.getAuthentication().isAuthenticated()).isTrue();
    assertThat(read.getAuthentication().getAuthorities()).isEmpty();
  }

  @Test
  @DisplayName("comes back as it was: the texts for the next page")
  void flash() {
    FlashMap flash = new FlashMap();
    flash.put("done", "Convite enviado a \"João\" – às 10 h");
    flash.setTargetRequestPath("/rounds/7");
    flash.addTargetRequestParam("tab", "late");
    flash.setExpirationTime(42);

    List<?> read = (List<?>) json.read(json.write(List.of(flash)));
    assertThat(read).isEqualTo(List.of(flash));
    assertThat(((FlashMap) read.get(0)).getExpirationTime()).isEqualTo(42);
  }

  @Test
  @DisplayName("names no class")
  void namesNoClass() {
    SignedInAccount account = new SignedInAccount(7, "maria.x", 3);
    assertThat(
            new String(
                json.write(new SecurityContextImpl(account.authentication())),
                StandardCharsets.UTF_8))
        .doesNotContain("class", "redeinfo", "springframework");
  }

  @Test
  @DisplayName("is nothing else: no value of another type, no object for the next page")
  void nothingElse() {
    FlashMap flash = new FlashMap();
    flash.put("done", new StringBuilder("x"));

    assertThatIllegalArgumentException().isThrownBy(() -> json.write(List.of(flash)));
    assertThatIllegalArgumentException().isThrownBy(() -> json.write("text"));
    assertThatIllegalArgumentException().isThrownBy(() -> json.write(new SecurityContextImpl()));
  }
}
