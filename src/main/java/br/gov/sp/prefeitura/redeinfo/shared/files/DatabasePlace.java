package br.gov.sp.prefeitura.redeinfo.shared.files;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Enumeration;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * In rows of pieces: they commit with everything else and are in every backup. A reader fetches one
 * piece at a time and holds no connection in between, however slow its line is.
 */
@Component
class DatabasePlace implements FilePlace {

  static final int PIECE = 256 * 1024;

  private final JdbcClient jdbc;

  DatabasePlace(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public FilesProperties.Store kind() {
    return FilesProperties.Store.DATABASE;
  }

  @Override
  public void put(UUID key, InputStream content) throws IOException {
    byte[] piece = content.readNBytes(PIECE);
    for (int n = 0; piece.length > 0; n++) {
      jdbc.sql("INSERT INTO stored_file_chunk (key, n, data) VALUES (:key, :n, :data)")
          .param("key", key)
          .param("n", n)
          .param("data", piece)
          .update();
      piece = content.readNBytes(PIECE);
    }
  }

  @Override
  public InputStream open(UUID key) {
    InputStream first =
        piece(key, 0).orElseThrow(() -> new NoSuchElementException("no file " + key));
    return new SequenceInputStream(new Pieces(key, first));
  }

  /** Goes with the row. */
  @Override
  public void remove(UUID key) {
    jdbc.sql("DELETE FROM stored_file_chunk WHERE key = :key").param("key", key).update();
  }

  private Optional<InputStream> piece(UUID key, int n) {
    return jdbc.sql("SELECT data FROM stored_file_chunk WHERE key = :key AND n = :n")
        .param("key", key)
        .param("n", n)
        .query((rs, row) -> (InputStream) new ByteArrayInputStream(rs.getBytes("data")))
        .optional();
  }

  /** One piece after the other, the next one asked for when the one before has been read. */
  private final class Pieces implements Enumeration<InputStream> {

    private final UUID key;
    private InputStream next;
    private int n;

    Pieces(UUID key, InputStream first) {
      this.key = key;
      this.next = first;
    }

    @Override
    public boolean hasMoreElements() {
      if (next == null) {
        next = piece(key, n).orElse(null);
      }
      return next != null;
    }

    @Override
    public InputStream nextElement() {
      if (!hasMoreElements()) {
        throw new NoSuchElementException();
      }
      InputStream given = next;
      next = null;
      n++;
      return given;
    }
  }
}
