package br.gov.sp.prefeitura.redeinfo.identity.web;

import br.gov.sp.prefeitura.redeinfo.identity.domain.SessionValues;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.stereotype.Component;
import org.springframework.util.CollectionUtils;
import org.springframework.web.servlet.FlashMap;

/**
 * The two things that a session holds: who signed in, and texts that the next page shows. Each is
 * written as what it is; nothing stored names a class, so that nothing stored can choose one.
 */
@Component
class SessionJson implements SessionValues {

  private static final Logger log = LoggerFactory.getLogger(SessionJson.class);

  private final ObjectMapper json = JsonMapper.builder().build();

  @Override
  public byte[] write(Object value) {
    try {
      return json.writeValueAsBytes(stored(value));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("a session's value cannot be written", e);
    }
  }

  private static Stored stored(Object value) {
    if (value instanceof SecurityContext context
        && context.getAuthentication() != null
        && context.getAuthentication().getPrincipal() instanceof SignedInAccount account) {
      return new Stored(account, null);
    }
    if (value instanceof List<?> list && list.stream().allMatch(FlashMap.class::isInstance)) {
      return new Stored(null, list.stream().map(FlashMap.class::cast).map(Flash::of).toList());
    }
    throw new IllegalArgumentException("sessions do not hold a " + value.getClass().getName());
  }

  @Override
  public Object read(byte[] stored) {
    try {
      Stored value = json.readValue(stored, Stored.class);
      if (value.account() != null) {
        return new SecurityContextImpl(value.account().authentication());
      }
      if (value.flashes() != null) {
        return new ArrayList<>(value.flashes().stream().map(Flash::toFlashMap).toList());
      }
    } catch (IOException e) {
      // Another version of the application wrote it; its content stays out of the log.
      log.warn("A session's value cannot be read ({})", e.getClass().getSimpleName());
    }
    return null;
  }

  /** One of the two. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  private record Stored(SignedInAccount account, List<Flash> flashes) {}

  /**
   * @param expiresAt milliseconds since 1970, or -1
   */
  private record Flash(
      String path,
      Map<String, List<String>> parameters,
      Map<String, String> texts,
      long expiresAt) {

    static Flash of(FlashMap flash) {
      Map<String, String> texts = new LinkedHashMap<>();
      flash.forEach(
          (name, text) -> {
            if (!(text instanceof String)) {
              throw new IllegalArgumentException("only texts are shown once, not " + name);
            }
            texts.put(name, (String) text);
          });
      return new Flash(
          flash.getTargetRequestPath(),
          new LinkedHashMap<>(flash.getTargetRequestParams()),
          texts,
          flash.getExpirationTime());
    }

    FlashMap toFlashMap() {
      FlashMap flash = new FlashMap();
      flash.setTargetRequestPath(path);
      flash.addTargetRequestParams(CollectionUtils.toMultiValueMap(parameters));
      flash.putAll(texts);
      flash.setExpirationTime(expiresAt);
      return flash;
    }
  }
}
