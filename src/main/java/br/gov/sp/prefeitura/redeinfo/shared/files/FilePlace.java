package br.gov.sp.prefeitura.redeinfo.shared.files;

import java.io.IOException;
import java.io.InputStream;
import java.util.UUID;

/** Where the bytes of files are. */
interface FilePlace {

  FilesProperties.Store kind();

  /** Takes the bytes up to the end of the stream, in the caller's transaction. */
  void put(UUID key, InputStream content) throws IOException;

  /**
   * @throws java.util.NoSuchElementException if there is nothing under the key
   */
  InputStream open(UUID key);

  /** Called in the transaction that forgets the file. */
  void remove(UUID key);
}
