package br.gov.sp.prefeitura.redeinfo.holes;

import br.gov.sp.prefeitura.redeinfo.support.Visitor;

/**
 * An application under attack, with two colleagues of one office, Ana and Bia, who have plain
 * accounts. The attacker is Ana, or nobody.
 */
interface Target extends AutoCloseable {

  /** The name of the engine in addresses. */
  String engine();

  /** A page that people without an account may read. */
  String publicPage();

  /** Somebody without an account, in a browser of their own. */
  Visitor nobody();

  /** Ana, signed in once for all attacks. */
  Visitor ana();

  /** Ana in another browser, for an attack that may cost the session. */
  Visitor anaAnew();

  /** Ana's colleague. */
  Visitor bia();

  /** A new task with a form, offered to the office. */
  String offered();

  /** A new task that is offered to another office. */
  String foreign();

  /** Stores a filter past the application, as one from earlier would stand in the database. */
  String store(String query);

  /** Lets somebody in who belongs to the office of this task. */
  Visitor colleagueAt(String taskId);

  /** Ends what {@link #colleagueAt} made somebody, from now on. */
  void dismiss(Visitor colleague);

  /** The key of a process. */
  String process();

  /** How Ana's password is stored. */
  String storedPassword();

  /** The address of something in the engine's API. */
  default String api(String path) {
    return "/camunda/api/engine/engine/" + engine() + path;
  }

  default String tasklist() {
    return "/camunda/app/tasklist/" + engine() + "/";
  }

  /** A new task that this person has taken on. */
  default String claimedBy(Visitor person) {
    String task = offered();
    int status =
        person
            .postJson(api("/task/" + task + "/claim"), "{\"userId\":\"" + person.username() + "\"}")
            .statusCode();
    if (status != 204) {
      throw new AssertionError("cannot claim: " + status);
    }
    return task;
  }

  @Override
  void close();
}
