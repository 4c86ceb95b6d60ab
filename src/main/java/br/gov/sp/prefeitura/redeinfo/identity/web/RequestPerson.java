package br.gov.sp.prefeitura.redeinfo.identity.web;

import br.gov.sp.prefeitura.redeinfo.identity.AccountHolders;
import br.gov.sp.prefeitura.redeinfo.identity.CurrentPerson;
import br.gov.sp.prefeitura.redeinfo.workflow.EngineDirectory;
import java.util.Optional;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/** Reads who is asking once per request and keeps it in the request. */
@Component
class RequestPerson implements CurrentPerson {

  private static final String ATTRIBUTE = RequestPerson.class.getName();

  private final AccountHolders holders;
  private final EngineDirectory directory;

  RequestPerson(AccountHolders holders, EngineDirectory directory) {
    this.holders = holders;
    this.directory = directory;
  }

  @Override
  public Optional<SignedIn> find() {
    Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
    if (authentication == null
        || !authentication.isAuthenticated()
        || authentication instanceof AnonymousAuthenticationToken) {
      return Optional.empty();
    }
    String username = authentication.getName();
    RequestAttributes request = RequestContextHolder.getRequestAttributes();
    if (request == null) {
      return read(username);
    }
    if (request.getAttribute(ATTRIBUTE, RequestAttributes.SCOPE_REQUEST) instanceof SignedIn known
        && known.username().equals(username)) {
      return Optional.of(known);
    }
    Optional<SignedIn> person = read(username);
    person.ifPresent(p -> request.setAttribute(ATTRIBUTE, p, RequestAttributes.SCOPE_REQUEST));
    return person;
  }

  private Optional<SignedIn> read(String username) {
    return holders
        .findByUsername(username)
        .map(
            holder ->
                new SignedIn(
                    holder.personId(),
                    holder.username(),
                    holder.name(),
                    directory.groupsOf(holder.username())));
  }

  @Override
  public SignedIn require() {
    return find().orElseThrow(() -> new AccessDeniedException("nobody is signed in"));
  }
}
