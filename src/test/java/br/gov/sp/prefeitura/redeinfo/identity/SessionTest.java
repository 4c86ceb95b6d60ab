package br.gov.sp.prefeitura.redeinfo.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import br.gov.sp.prefeitura.redeinfo.identity.domain.SessionStore;
import br.gov.sp.prefeitura.redeinfo.identity.domain.StoredSession;
import br.gov.sp.prefeitura.redeinfo.network.Function;
import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.support.IntegrationTest;
import br.gov.sp.prefeitura.redeinfo.support.TestPeople;
import br.gov.sp.prefeitura.redeinfo.support.Visitor;
import java.io.ByteArrayOutputStream;
import java.io.ObjectOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.util.ReflectionTestUtils;

@IntegrationTest
@DisplayName("A session")
class SessionTest {

  private static final String COOKIE = "REDE_INFO_SESSION";

  @Autowired TestPeople people;
  @Autowired JdbcClient jdbc;
  @Autowired SessionStore sessions;
  @LocalServerPort int port;

  @Test
  @DisplayName("is known to the database by a hash, with the account alone")
  void keepsLittle() {
    Person person = people.withFunction(Function.COORDINATION, "cgm");
    Visitor visitor = people.signIn(person);
    String secret = secret(visitor);

    assertThat(jdbc.sql("SELECT session_id FROM web_session").query(String.class).list())
        .isNotEmpty()
        .noneMatch(id -> id.contains(secret));
    assertThat(values(person))
        .singleElement()
        .isEqualTo(
            """
            {"account":{"personId":%d,"username":"%s","credential":0}}"""
                .formatted(person.id(), person.username()));
  }

  @Test
  @DisplayName(
      "is not written again by every request, but in time not to end under a person's work")
  void readingWritesNothing() {
    Person person = people.person("svma");
    Visitor visitor = people.signIn(person);
    String version = version(person);
    for (int i = 0; i < 5; i++) {
      assertThat(visitor.get("/notices").statusCode()).isEqualTo(200);
    }
    assertThat(version(person)).isEqualTo(version);

    makeOlder(person, 61_000);
    assertThat(visitor.get("/notices").statusCode()).isEqualTo(200);
    long idle =
        jdbc.sql(
                """
                SELECT extract(epoch FROM clock_timestamp()) * 1000 - last_access_time
                  FROM web_session WHERE principal_name = :username
                """)
            .param("username", person.username())
            .query(Long.class)
            .single();
    assertThat(idle).isLessThan(60_000);
  }

  @Test
  @DisplayName("ends after its time without a request, and its row goes")
  void ends() {
    Person person = people.person("svma");
    Visitor visitor = people.signIn(person);
    Person away = people.person("svma");
    people.signIn(away);
    long hours = 4 * 3_600_000 + 60_000;
    makeOlder(person, hours);
    makeOlder(away, hours);

    assertThat(visitor.get("/notices").statusCode()).isEqualTo(302);
    assertThat(values(person)).isEmpty();
    assertThat(values(away)).hasSize(1);
    cleanUp();
    assertThat(values(away)).isEmpty();
  }

  @Test
  @DisplayName("is not opened for somebody who is not signed in, whatever they ask for")
  void notForStrangers() {
    Visitor visitor = people.visitor();
    visitor.get("/tasks/1");
    visitor.get("/login");
    visitor.get("/css/app.css");
    visitor.postForm("/login", "username=ninguem&password=errada");
    assertThat(visitor.cookie(COOKIE)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"@class\":\"javax.naming.InitialContext\"}",
        "[\"java.util.Date\",1]",
        "{\"account\":{\"personId\":\"x\"}}",
        "{}",
        "java"
      })
  @DisplayName("with a value that was tampered with is nobody's, and no class is loaded from it")
  void unreadableIsNobodys(String value) throws Exception {
    Person person = people.person("svma");
    Visitor visitor = people.signIn(person);
    jdbc.sql(
            """
            UPDATE web_session_attributes SET attribute_bytes = :value
             WHERE session_primary_id = (
               SELECT primary_id FROM web_session WHERE principal_name = :username)
            """)
        .param(
            "value", value.equals("java") ? serialized() : value.getBytes(StandardCharsets.UTF_8))
        .param("username", person.username())
        .update();
    assertThat(visitor.get("/notices").statusCode()).isEqualTo(302);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.example/",
        "//evil.example/x",
        "/\\evil.example",
        "javascript:alert(1)",
        "/%0d%0aSet-Cookie:x=y",
        "/a\r\nX: y",
        "\u0000",
        ""
      })
  @DisplayName("begins on a page of ours, whatever the browser says it had asked for")
  void beginsAtHome(String page) {
    Person person = people.person("svma");
    String cookie = Base64.getUrlEncoder().encodeToString(page.getBytes(StandardCharsets.UTF_8));
    FormBrowser browser = new FormBrowser(port);
    browser.get("/login");
    browser.putCookie("REDE_INFO_PAGE", cookie);
    var answer = browser.signIn(person.username(), TestPeople.PASSWORD);
    assertThat(answer.statusCode()).isEqualTo(302);
    assertThat(answer.headers().firstValue("Location").orElseThrow())
        .startsWith("/")
        .doesNotStartWith("//")
        .doesNotContain("\\", "\r", "\n");
    assertThat(answer.headers().firstValue("X")).isEmpty();
  }

  @Test
  @DisplayName("refuses to keep anything but what it is for")
  void refusesOtherTypes() {
    StoredSession session = sessions.createSession();
    session.setAttribute("date", new Date());
    assertThatThrownBy(() -> sessions.save(session))
        .hasRootCauseInstanceOf(IllegalArgumentException.class)
        .rootCause()
        .hasMessage("sessions do not hold a java.util.Date");
  }

  private static byte[] serialized() throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(new Date());
    }
    return bytes.toByteArray();
  }

  private static String secret(Visitor visitor) {
    return new String(
        Base64.getDecoder().decode(visitor.cookie(COOKIE).orElseThrow()), StandardCharsets.UTF_8);
  }

  private List<String> values(Person person) {
    return jdbc.sql(
            """
            SELECT convert_from(attribute_bytes, 'UTF8')
              FROM web_session_attributes JOIN web_session ON primary_id = session_primary_id
             WHERE principal_name = :username
            """)
        .param("username", person.username())
        .query(String.class)
        .list();
  }

  private String version(Person person) {
    return jdbc.sql("SELECT xmin::text FROM web_session WHERE principal_name = :username")
        .param("username", person.username())
        .query(String.class)
        .single();
  }

  private void makeOlder(Person person, long millis) {
    jdbc.sql(
            """
            UPDATE web_session SET last_access_time = last_access_time - :millis,
                                   expiry_time = expiry_time - :millis
             WHERE principal_name = :username
            """)
        .param("millis", millis)
        .param("username", person.username())
        .update();
  }

  private void cleanUp() {
    ReflectionTestUtils.invokeMethod(sessions, "deleteExpired");
  }
}
