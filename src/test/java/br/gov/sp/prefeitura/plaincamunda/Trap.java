package br.gov.sp.prefeitura.plaincamunda;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Code that nobody but an attacker runs: whoever makes an object of this class leaves a file. It
 * stands for every class on the class path.
 */
public class Trap {

  /** The system property that names the folder for the traces. */
  public static final String DIRECTORY = "trap.directory";

  public Trap() {
    String directory = System.getProperty(DIRECTORY);
    if (directory != null) {
      try {
        Files.createTempFile(Path.of(directory), "sprung", ".trace");
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
