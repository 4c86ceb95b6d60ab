package br.gov.sp.prefeitura.redeinfo.shared.files;

import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** One row per file; its bytes are in the place that the row names. */
@Service
class StoredFiles implements FileStore {

  private final Map<FilesProperties.Store, FilePlace> places;
  private final FilesProperties properties;
  private final JdbcClient jdbc;
  private final Clock clock;

  StoredFiles(List<FilePlace> places, FilesProperties properties, JdbcClient jdbc, Clock clock) {
    this.places = places.stream().collect(Collectors.toMap(FilePlace::kind, Function.identity()));
    this.properties = properties;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public StoredFile write(InputStream content, long limit) {
    UUID key = UUID.randomUUID();
    FilePlace place = places.get(properties.store());
    DigestInputStream digested = new DigestInputStream(content, sha256());
    Counted counted = new Counted(digested, limit);
    try {
      place.put(key, counted);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (counted.count == 0) {
      throw Refusal.invalidField(FileCheck.FIELD, "file.empty");
    }
    String sha256 = HexFormat.of().formatHex(digested.getMessageDigest().digest());
    jdbc.sql(
            """
            INSERT INTO stored_file (key, place, size, sha256, stored_at)
            VALUES (:key, :place, :size, :sha256, :now)
            """)
        .param("key", key)
        .param("place", place.kind().name())
        .param("size", counted.count)
        .param("sha256", sha256)
        .param("now", Timestamp.from(clock.instant()))
        .update();
    return new StoredFile(key, counted.count, sha256);
  }

  @Override
  public InputStream open(UUID key) {
    return place("SELECT place FROM stored_file WHERE key = :key", key)
        .orElseThrow(() -> new NoSuchElementException("no file " + key))
        .open(key);
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public void delete(UUID key) {
    place("DELETE FROM stored_file WHERE key = :key RETURNING place", key)
        .ifPresent(place -> place.remove(key));
  }

  private Optional<FilePlace> place(String sql, UUID key) {
    return jdbc.sql(sql)
        .param("key", key)
        .query(String.class)
        .optional()
        .map(name -> places.get(FilesProperties.Store.valueOf(name)));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Counts, and ends what is too long as soon as it is. */
  private static final class Counted extends FilterInputStream {

    private final long limit;
    private long count;

    Counted(InputStream in, long limit) {
      super(in);
      this.limit = limit;
    }

    @Override
    public int read() throws IOException {
      int read = super.read();
      count(read < 0 ? 0 : 1);
      return read;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      int read = super.read(into, offset, length);
      count(Math.max(read, 0));
      return read;
    }

    private void count(int read) {
      count += read;
      if (count > limit) {
        throw FileCheck.tooLarge(limit);
      }
    }
  }
}
