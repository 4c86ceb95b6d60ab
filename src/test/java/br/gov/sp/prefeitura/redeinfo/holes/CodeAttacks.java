package br.gov.sp.prefeitura.redeinfo.holes;

import br.gov.sp.prefeitura.plaincamunda.Trap;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A plain account runs code on the server. Recognised by the trace that {@link Trap} leaves in a
 * folder that both applications know.
 */
final class CodeAttacks {

  private static final String CODE =
      "${''.getClass().forName('" + Trap.class.getName() + "').newInstance()}";

  private static final String NESTED =
      "{\"orQueries\":[{\"assigneeExpression\":\"" + CODE + "\"}]}";

  private CodeAttacks() {}

  static List<Attack> all() {
    return List.of(
        new Attack(
            "runs code by an expression in a nested query",
            runs(target -> target.ana().postJson(target.api("/task?maxResults=1"), NESTED))),
        new Attack(
            "runs code by counting a nested query",
            runs(target -> target.ana().postJson(target.api("/task/count"), NESTED))),
        new Attack(
            "runs code by a query that extends a filter",
            runs(
                target ->
                    target
                        .ana()
                        .postJson(
                            target.api("/filter/" + target.store("{}") + "/list?maxResults=1"),
                            NESTED))),
        new Attack(
            "runs code by a filter that was stored before",
            runs(
                target ->
                    target
                        .ana()
                        .getJson(
                            target.api(
                                "/filter/"
                                    + target.store("{\"taskAssigneeExpression\":\"" + CODE + "\"}")
                                    + "/list?maxResults=1")))),
        new Attack(
            "runs code by a query nested in a filter that was stored before",
            runs(
                target ->
                    target
                        .ana()
                        .getJson(
                            target.api(
                                "/filter/"
                                    + target.store(
                                        "{\"orQueries\":[{\"taskOwnerExpression\":\""
                                            + CODE
                                            + "\"}]}")
                                    + "/count")))),
        new Attack("makes an object of any class by a variable", runs(CodeAttacks::storeAnObject)));
  }

  /** The server makes the object when somebody reads the variable. */
  private static void storeAnObject(Target target) {
    String variable = target.api("/task/" + target.claimedBy(target.ana()) + "/variables/evil");
    target
        .ana()
        .write(
            "PUT",
            variable,
            "application/json",
            BodyPublishers.ofString(
                "{\"value\":\"{}\",\"type\":\"Object\",\"valueInfo\":{\"objectTypeName\":\""
                    + Trap.class.getName()
                    + "\",\"serializationDataFormat\":\"application/json\"}}"));
    target.ana().getJson(variable + "?deserializeValue=true");
  }

  private static Predicate<Target> runs(Consumer<Target> attempt) {
    return target -> {
      long before = traces();
      attempt.accept(target);
      return traces() > before;
    };
  }

  private static long traces() {
    try (Stream<Path> traces = Files.list(Path.of(System.getProperty(Trap.DIRECTORY)))) {
      return traces.count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
