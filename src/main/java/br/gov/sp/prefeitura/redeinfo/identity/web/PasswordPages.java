package br.gov.sp.prefeitura.redeinfo.identity.web;

import br.gov.sp.prefeitura.redeinfo.identity.IdentityProperties;
import br.gov.sp.prefeitura.redeinfo.identity.domain.AccountRepository.Account;
import br.gov.sp.prefeitura.redeinfo.identity.domain.PasswordLinks;
import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import br.gov.sp.prefeitura.redeinfo.shared.error.Violation;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Forgotten passwords and the page a mailed link leads to. */
@Controller
class PasswordPages {

  private static final String FORGOT = "identity/password-forgot";
  private static final String CHOOSE = "identity/password-choose";
  private static final String INVALID = "identity/password-link-invalid";

  private final PasswordLinks links;
  private final LinkRequests requests;
  private final DeviceCookie device;
  private final IdentityProperties properties;

  PasswordPages(
      PasswordLinks links,
      LinkRequests requests,
      DeviceCookie device,
      IdentityProperties properties) {
    this.links = links;
    this.requests = requests;
    this.device = device;
    this.properties = properties;
  }

  @GetMapping("/password/forgot")
  String forgot(@ModelAttribute("form") LoginForm form) {
    return FORGOT;
  }

  /** The same answer for everybody; whether there is something to send turns out later. */
  @PostMapping("/password/forgot")
  String request(
      @ModelAttribute("form") LoginForm form,
      BindingResult errors,
      Model model,
      HttpServletResponse response) {
    if (form.getLogin() == null || form.getLogin().isBlank()) {
      errors.rejectValue("login", "refusal.identity.login-missing");
      response.setStatus(HttpStatus.BAD_REQUEST.value());
      return FORGOT;
    }
    requests.request(form.getLogin());
    model.addAttribute("asked", true);
    return FORGOT;
  }

  @GetMapping("/password/{secret}")
  String open(
      @PathVariable String secret,
      @ModelAttribute("form") PasswordForm form,
      Model model,
      HttpServletResponse response) {
    return show(secret, model, response);
  }

  @PostMapping("/password/{secret}")
  String choose(
      @PathVariable String secret,
      @ModelAttribute("form") PasswordForm form,
      BindingResult errors,
      Model model,
      HttpServletRequest request,
      HttpServletResponse response) {
    try {
      long personId = links.choose(secret, form.getPassword(), form.getRepeated());
      device.remember(request, response, personId);
      return "redirect:" + Routes.SIGN_IN + "?password-set";
    } catch (Refusal refusal) {
      for (Violation violation : refusal.violations()) {
        if (violation.field() != null) {
          errors.rejectValue(
              violation.field(), violation.messageKey(), violation.args().toArray(), null);
        }
      }
      response.setStatus(HttpStatus.BAD_REQUEST.value());
      return show(secret, model, response);
    }
  }

  private String show(String secret, Model model, HttpServletResponse response) {
    Optional<Account> account = links.findAccount(secret);
    if (account.isEmpty()) {
      response.setStatus(HttpStatus.NOT_FOUND.value());
      return INVALID;
    }
    model.addAttribute("username", account.get().username());
    model.addAttribute("first", account.get().passwordHash() == null);
    model.addAttribute("length", properties.passwordLength());
    return CHOOSE;
  }

  /** What the form for a forgotten password says. */
  static final class LoginForm {

    private String login;

    public String getLogin() {
      return login;
    }

    public void setLogin(String login) {
      this.login = login;
    }
  }

  /** A new password, twice; never shown again. */
  static final class PasswordForm {

    private String password = "";
    private String repeated = "";

    public String getPassword() {
      return password;
    }

    public void setPassword(String password) {
      this.password = password;
    }

    public String getRepeated() {
      return repeated;
    }

    public void setRepeated(String repeated) {
      this.repeated = repeated;
    }
  }
}
