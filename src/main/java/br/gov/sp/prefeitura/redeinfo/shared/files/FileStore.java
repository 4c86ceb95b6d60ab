package br.gov.sp.prefeitura.redeinfo.shared.files;

import java.io.InputStream;
import java.util.UUID;

/**
 * Keeps files, in the database or in a folder as the configuration says. Knows nothing of names and
 * types: those stand with whoever names the key. Never holds more than a small piece of a file in
 * memory.
 */
public interface FileStore {

  /**
   * Keeps the content in the caller's transaction: if that is rolled back, there was no such file.
   *
   * @param content read to its end, not closed
   * @param limit in bytes
   * @throws br.gov.sp.prefeitura.redeinfo.shared.error.Refusal (invalid) if it is empty, (too
   *     large) beyond the limit, both at the field {@code file}
   * @throws java.io.UncheckedIOException if it cannot be read or written
   * @throws org.springframework.transaction.IllegalTransactionStateException without a transaction
   */
  StoredFile write(InputStream content, long limit);

  /**
   * The content, for the caller to close. Needs no transaction.
   *
   * @throws java.util.NoSuchElementException if there is no such file
   */
  InputStream open(UUID key);

  /**
   * Forgets the file when the caller's transaction commits; one that is gone is no error.
   *
   * @throws org.springframework.transaction.IllegalTransactionStateException without a transaction
   */
  void delete(UUID key);
}
