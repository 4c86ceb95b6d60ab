package br.gov.sp.prefeitura.redeinfo.shared.files;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;

/** Texts and tables of texts: printable characters alone, and nothing that a machine would run. */
final class TextCheck {

  private static final int BEGINNING = 4096;

  /** How scripts, pages and programs in text begin, and the test file of all virus scanners. */
  private static final Pattern SCRIPT =
      Pattern.compile(
          "\\A[\\s\\ufeff]*(#!|<\\?|<%|@echo\\b|rem\\s|set-executionpolicy|powershell\\b|cmd\\s*/"
              + "|wscript\\b|on error resume next|dim\\s+\\w+\\s*[\\r\\n:]|<!doctype|<html|<svg|<head"
              + "|<body|<script|<iframe|<!entity|\\{\\\\rtf|mime-version:|begin \\d{3} )"
              + "|<script[\\s>]|javascript:|createobject\\s*\\(|x5o!p%@ap\\[4",
          Pattern.CASE_INSENSITIVE);

  private TextCheck() {}

  static void check(Path file) throws IOException {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 64 * 1024)) {
      in.mark(BEGINNING);
      String beginning =
          new String(in.readNBytes(BEGINNING), StandardCharsets.ISO_8859_1)
              .toLowerCase(Locale.ROOT);
      in.reset();
      for (int read = in.read(); read >= 0; read = in.read()) {
        if (read < ' ' && read != '\t' && read != '\n' && read != '\r' && read != '\f'
            || read == 0x7f) {
          throw FileCheck.unsupported("file.content-differs");
        }
      }
      if (SCRIPT.matcher(beginning.replace("\u00ef\u00bb\u00bf", "")).find()) {
        throw FileCheck.unsupported("file.script");
      }
    }
  }
}
