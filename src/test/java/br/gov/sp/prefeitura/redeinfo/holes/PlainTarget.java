package br.gov.sp.prefeitura.redeinfo.holes;

import br.gov.sp.prefeitura.plaincamunda.PlainCamunda;
import br.gov.sp.prefeitura.redeinfo.support.JavaProcess;
import br.gov.sp.prefeitura.redeinfo.support.TestDatabase;
import br.gov.sp.prefeitura.redeinfo.support.Visitor;
import com.jayway.jsonpath.JsonPath;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.UUID;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Camunda 7.24.0 as it comes, in a process and a database of its own. */
final class PlainTarget implements Target {

  private final JavaProcess process;
  private final JdbcClient jdbc;
  private final int port;
  private final Visitor ana;
  private final Visitor bia;

  PlainTarget(Path traces) {
    JdbcConnectionDetails database = TestDatabase.createEmptyDatabase();
    jdbc =
        JdbcClient.create(
            new DriverManagerDataSource(
                database.getJdbcUrl(), database.getUsername(), database.getPassword()));
    process =
        JavaProcess.startApart(
            PlainCamunda.class,
            traces.toString(),
            "--spring.datasource.url=" + database.getJdbcUrl(),
            "--spring.datasource.username=" + database.getUsername(),
            "--spring.datasource.password=" + database.getPassword());
    try {
      process.awaitOutput("plain Camunda is ready");
      port = process.awaitPort();
      ana = signIn("ana");
      bia = signIn("bia");
    } catch (RuntimeException | Error failure) {
      process.close();
      throw failure;
    }
  }

  private Visitor signIn(String user) {
    return Visitor.at(port).signInByCamunda(engine(), user, PlainCamunda.PASSWORD);
  }

  @Override
  public String engine() {
    return "default";
  }

  @Override
  public String publicPage() {
    return "/";
  }

  @Override
  public Visitor nobody() {
    return Visitor.at(port);
  }

  @Override
  public Visitor ana() {
    return ana;
  }

  @Override
  public Visitor anaAnew() {
    return signIn("ana");
  }

  @Override
  public Visitor bia() {
    return bia;
  }

  @Override
  public String offered() {
    return start(PlainCamunda.GROUP);
  }

  @Override
  public String foreign() {
    return start("otherOffice");
  }

  private String start(String group) {
    HttpResponse<String> started =
        bia.postJson(
            api("/process-definition/key/" + PlainCamunda.PROCESS + "/start"),
            "{\"variables\":{\"group\":{\"value\":\"" + group + "\",\"type\":\"String\"}}}");
    String instance = JsonPath.read(started.body(), "$.id");
    return JsonPath.read(bia.getJson(api("/task?processInstanceId=" + instance)).body(), "$[0].id");
  }

  @Override
  public String store(String query) {
    String id = UUID.randomUUID().toString();
    jdbc.sql(
            "INSERT INTO act_ru_filter (id_, rev_, resource_type_, name_, query_)"
                + " VALUES (:id, 1, 'Task', 'Antiga', :query)")
        .param("id", id)
        .param("query", query)
        .update();
    return id;
  }

  @Override
  public Visitor colleagueAt(String taskId) {
    return signIn("eva");
  }

  @Override
  public void dismiss(Visitor colleague) {
    HttpResponse<String> dismissed =
        bia.write(
            "DELETE",
            api("/group/" + PlainCamunda.GROUP + "/members/" + colleague.username()),
            "application/json",
            BodyPublishers.noBody());
    if (dismissed.statusCode() != 204) {
      throw new AssertionError(dismissed.body());
    }
  }

  @Override
  public String process() {
    return PlainCamunda.PROCESS;
  }

  @Override
  public String storedPassword() {
    return jdbc.sql("SELECT pwd_ FROM act_id_user WHERE id_ = 'ana'").query(String.class).single();
  }

  /** Without an administrator plain Camunda leads every page to the one that makes one. */
  void appointAdministrator() {
    jdbc.sql(
            "INSERT INTO act_id_group (id_, rev_, name_, type_)"
                + " VALUES ('camunda-admin', 1, 'Administration', 'SYSTEM') ON CONFLICT DO NOTHING")
        .update();
    jdbc.sql("INSERT INTO act_id_membership VALUES ('bia', 'camunda-admin')").update();
  }

  void dismissAdministrator() {
    jdbc.sql("DELETE FROM act_id_membership WHERE group_id_ = 'camunda-admin' AND user_id_ = 'bia'")
        .update();
  }

  @Override
  public void close() {
    process.close();
  }
}
