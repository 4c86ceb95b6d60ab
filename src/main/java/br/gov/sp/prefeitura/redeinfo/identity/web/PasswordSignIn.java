package br.gov.sp.prefeitura.redeinfo.identity.web;

import br.gov.sp.prefeitura.redeinfo.identity.domain.PasswordCheck;
import br.gov.sp.prefeitura.redeinfo.identity.domain.PasswordCheck.Result;
import java.time.Duration;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Component;

/** Signs people in by form. Gives no authorities: groups are those of each request. */
@Component
class PasswordSignIn implements AuthenticationProvider {

  private final PasswordCheck passwords;

  PasswordSignIn(PasswordCheck passwords) {
    this.passwords = passwords;
  }

  @Override
  public Authentication authenticate(Authentication given) {
    SignInSource source = (SignInSource) given.getDetails();
    Result result =
        passwords.check(
            given.getName(),
            String.valueOf(given.getCredentials()),
            source.address(),
            source.device());
    if (result.delay() != null) {
      throw new TooManyAttempts(result.delay());
    }
    if (result.account() == null) {
      throw new BadCredentialsException("wrong");
    }
    var account = result.account();
    return new SignedInAccount(account.personId(), account.username(), account.credential())
        .authentication();
  }

  @Override
  public boolean supports(Class<?> authentication) {
    return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
  }

  /** The next attempt has to wait. */
  static final class TooManyAttempts extends AuthenticationException {

    private final transient Duration delay;

    TooManyAttempts(Duration delay) {
      super("too many attempts");
      this.delay = delay;
    }

    Duration delay() {
      return delay;
    }
  }
}
