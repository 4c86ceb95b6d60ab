package br.gov.sp.prefeitura.redeinfo.shared.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import br.gov.sp.prefeitura.redeinfo.shared.files.FilesProperties.Store;
import br.gov.sp.prefeitura.redeinfo.support.IntegrationTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

@IntegrationTest
@DisplayName("The store of files")
class FileStoreTest {

  private static final long LIMIT = 2 * 1024 * 1024;

  @Autowired FileStore configured;
  @Autowired JdbcClient jdbc;
  @Autowired TransactionTemplate transaction;
  @Autowired Clock clock;
  @TempDir Path folder;

  private StoredFiles store(Store store) {
    FilesProperties properties = new FilesProperties(store, folder, Duration.ofDays(7));
    return new StoredFiles(
        List.of(new DatabasePlace(jdbc), new FolderPlace(properties)), properties, jdbc, clock);
  }

  @ParameterizedTest
  @EnumSource(Store.class)
  @DisplayName("gives back what it was given, byte by byte, until it is deleted")
  void keeps(Store where) throws IOException {
    StoredFiles store = store(where);
    byte[] content = new byte[DatabasePlace.PIECE * 3 + 17];
    new Random(1).nextBytes(content);

    StoredFile file = write(store, content);

    assertThat(file.size()).isEqualTo(content.length);
    assertThat(file.sha256()).matches("[0-9a-f]{64}");
    assertThat(read(store, file.key())).isEqualTo(content);
    assertThat(files()).hasSize(where == Store.FOLDER ? 1 : 0);

    transaction.executeWithoutResult(status -> store.delete(file.key()));
    transaction.executeWithoutResult(status -> store.delete(file.key()));

    assertThatThrownBy(() -> store.open(file.key())).isInstanceOf(NoSuchElementException.class);
    assertThat(files()).isEmpty();
    assertThat(pieces(file.key())).isZero();
  }

  @ParameterizedTest
  @EnumSource(Store.class)
  @DisplayName("keeps nothing of what is empty, too long, or rolled back")
  void keepsNothing(Store where) throws IOException {
    StoredFiles store = store(where);
    assertThatThrownBy(() -> write(store, new byte[0])).isInstanceOf(Refusal.class);
    assertThatThrownBy(() -> write(store, new byte[(int) LIMIT + 1])).isInstanceOf(Refusal.class);
    UUID key =
        transaction.execute(
            status -> {
              status.setRollbackOnly();
              return store.write(new ByteArrayInputStream(new byte[10]), LIMIT).key();
            });
    assertThatThrownBy(() -> store.open(key)).isInstanceOf(NoSuchElementException.class);
    assertThat(files()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Store.class)
  @DisplayName("keeps a file whose deletion is rolled back")
  void deletionRolledBack(Store where) throws IOException {
    StoredFiles store = store(where);
    StoredFile file = write(store, new byte[] {1, 2, 3});
    transaction.executeWithoutResult(
        status -> {
          store.delete(file.key());
          status.setRollbackOnly();
        });
    assertThat(read(store, file.key())).containsExactly(1, 2, 3);
  }

  @Test
  @DisplayName("goes on reading files from where they are when new ones go elsewhere")
  void placeChanges() throws IOException {
    StoredFile before = write(store(Store.DATABASE), new byte[] {1});
    StoredFile after = write(store(Store.FOLDER), new byte[] {2});
    assertThat(read(store(Store.FOLDER), before.key())).containsExactly(1);
    assertThat(read(store(Store.DATABASE), after.key())).containsExactly(2);
  }

  @Test
  @DisplayName("writes and deletes in a transaction alone")
  void needsATransaction() {
    assertThatThrownBy(() -> configured.write(new ByteArrayInputStream(new byte[1]), LIMIT))
        .isInstanceOf(IllegalTransactionStateException.class);
    assertThatThrownBy(() -> configured.delete(UUID.randomUUID()))
        .isInstanceOf(IllegalTransactionStateException.class);
  }

  @Test
  @DisplayName("sweeps old files that no row knows out of its folder, and nothing else")
  void sweeps() throws IOException {
    StoredFile kept = write(store(Store.FOLDER), new byte[] {1});
    Path known = files().get(0);
    Path orphan = age(Files.write(folder.resolve(UUID.randomUUID().toString()), new byte[1]));
    Path part = age(Files.write(folder.resolve(UUID.randomUUID() + ".part"), new byte[1]));
    Path young = Files.write(folder.resolve(UUID.randomUUID().toString()), new byte[1]);
    Path others = age(Files.write(folder.resolve("README"), new byte[1]));
    age(known);
    FilesProperties properties = new FilesProperties(Store.FOLDER, folder, Duration.ofDays(7));

    new FolderSweep(new FolderPlace(properties), properties, jdbc, clock).run();

    assertThat(files()).containsExactlyInAnyOrder(known, young, others);
    assertThat(orphan).doesNotExist();
    assertThat(part).doesNotExist();
    assertThat(read(store(Store.FOLDER), kept.key())).containsExactly(1);
  }

  private StoredFile write(StoredFiles store, byte[] content) {
    return transaction.execute(status -> store.write(new ByteArrayInputStream(content), LIMIT));
  }

  private static byte[] read(StoredFiles store, UUID key) throws IOException {
    try (InputStream in = store.open(key)) {
      return in.readAllBytes();
    }
  }

  private Path age(Path file) throws IOException {
    Instant old = clock.instant().minus(Duration.ofDays(8));
    return Files.setLastModifiedTime(file, FileTime.from(old));
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).toList();
    }
  }

  private long pieces(UUID key) {
    return jdbc.sql("SELECT count(*) FROM stored_file_chunk WHERE key = ?")
        .param(key)
        .query(Long.class)
        .single();
  }
}
