package br.gov.sp.prefeitura.redeinfo.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import br.gov.sp.prefeitura.redeinfo.support.EvidenceFiles;
import br.gov.sp.prefeitura.redeinfo.support.HostileFiles.HostileFile;
import br.gov.sp.prefeitura.redeinfo.support.IntegrationTest;
import br.gov.sp.prefeitura.redeinfo.support.PilotLife;
import br.gov.sp.prefeitura.redeinfo.support.PilotLife.Team;
import br.gov.sp.prefeitura.redeinfo.support.TestPeople;
import br.gov.sp.prefeitura.redeinfo.support.Visitor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@Tag(Attack.TAG)
@IntegrationTest
@DisplayName("Uploads under attack")
class UploadsUnderAttackTest {

  private static final int SENDERS = Attack.count(2, 8);
  private static final long MEGABYTE = 1024 * 1024;

  @Autowired PilotLife life;
  @Autowired TestPeople people;

  @Test
  @DisplayName("are refused side by side, leave no file behind and memory as it was")
  void leaveNothingBehind() throws Exception {
    Team team = life.team();
    String address = "/pilots/" + life.draft(team) + "/evidence/files";
    List<HostileFile> files = EvidenceFiles.hostile().toList();
    long before = used();
    long temporary = temporary();

    List<Integer> wrong = sendAll(team, address, files, Attack.count(1, 20));

    assertThat(wrong).isEmpty();
    assertThat(used() - before).isLessThan(60 * MEGABYTE);
    // Other tests' checks may be under way.
    await()
        .untilAsserted(
            () -> assertThat(temporary()).as("temporary files").isLessThanOrEqualTo(temporary));
  }

  /** Statuses other than decided. */
  private List<Integer> sendAll(Team team, String address, List<HostileFile> files, int rounds)
      throws Exception {
    ExecutorService senders = Executors.newFixedThreadPool(SENDERS);
    try {
      List<Future<List<Integer>>> sent = new ArrayList<>();
      for (int sender = 0; sender < SENDERS; sender++) {
        Visitor visitor = people.signIn(team.member());
        visitor.get("/notices");
        sent.add(senders.submit(() -> send(visitor, address, files, rounds)));
      }
      List<Integer> wrong = new ArrayList<>();
      for (Future<List<Integer>> one : sent) {
        wrong.addAll(one.get());
      }
      return wrong;
    } finally {
      senders.shutdownNow();
    }
  }

  private static List<Integer> send(
      Visitor visitor, String address, List<HostileFile> files, int rounds) {
    List<Integer> wrong = new ArrayList<>();
    for (int round = 0; round < rounds; round++) {
      for (HostileFile file : files) {
        int status =
            visitor
                .postFile(
                    address,
                    Map.of("purpose", "PROPOSAL", "title", "x"),
                    file.name(),
                    file.content())
                .statusCode();
        if (status != file.status()) {
          wrong.add(status);
        }
      }
    }
    return wrong;
  }

  private static long used() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }

  /** Files that a check has made and not removed. */
  private static long temporary() throws Exception {
    try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      return files.filter(file -> file.getFileName().toString().matches("check\\d+\\.tmp")).count();
    }
  }
}
