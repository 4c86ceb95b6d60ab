package br.gov.sp.prefeitura.redeinfo.support;

import br.gov.sp.prefeitura.redeinfo.support.HostileFiles.HostileFile;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;

/** Files as evidence: good ones of every kind, and what must not come in. */
public final class EvidenceFiles {

  private static final String WORD = "wordprocessingml.document.main+xml";
  private static final String SHEET = "spreadsheetml.sheet.main+xml";
  private static final String SLIDES = "presentationml.presentation.main+xml";
  private static final String ODF = "application/vnd.oasis.opendocument.";

  private EvidenceFiles() {}

  /**
   * @param name as it is sent
   */
  public record Sent(String name, byte[] content) {

    @Override
    public String toString() {
      return name;
    }
  }

  /** One of every kind. */
  public static List<Sent> good() {
    return List.of(
        new Sent("relatorio.pdf", pdf("")),
        new Sent("praca.png", picture("png")),
        new Sent("praca.jpeg", picture("jpg")),
        new Sent("ata.docx", office(WORD, Map.of())),
        new Sent("dados.xlsx", office(SHEET, Map.of())),
        new Sent(
            "slides.pptx",
            office(
                SLIDES, Map.of("ppt/embeddings/Microsoft_Sheet1.xlsx", office(SHEET, Map.of())))),
        new Sent("ata.odt", open("text", Map.of())),
        new Sent("dados.ods", open("spreadsheet", Map.of())),
        new Sent("slides.odp", open("presentation", Map.of())),
        new Sent("dados.csv", bytes("órgão;total\nSVMA;3\n")),
        new Sent("notas.TXT", bytes("O que se combinou na praça.\r\n")));
  }

  /** Refused, and why; the largest in the end. */
  public static Stream<HostileFile> hostile() {
    return Stream.of(otherKinds(), disguises(), programs(), documents(), pictures(), tooMuch())
        .flatMap(all -> all);
  }

  private static Stream<HostileFile> otherKinds() {
    byte[] archive = Workbooks.zip(Map.of("a.txt", bytes("a")));
    return Stream.of(
        bad("an archive", "tudo.zip", archive, 415, "type-unknown"),
        bad("a program", "setup.exe", bytes("MZ\0\0"), 415, "type-unknown"),
        bad("a program behind a picture's name", "foto.jpg.exe", bytes("MZ"), 415, "type-unknown"),
        bad("a page", "pagina.html", bytes("<html>"), 415, "type-unknown"),
        bad("a drawing with scripts", "logo.svg", bytes("<svg/>"), 415, "type-unknown"),
        bad("a document with macros by its name", "a.docm", archive, 415, "type-unknown"),
        bad("no ending", "relatorio", pdf(""), 415, "type-unknown"),
        bad(
            "nothing but an ending turned around",
            "exe.\u202Efdp",
            bytes("MZ"),
            415,
            "type-unknown"),
        bad("nothing", "vazio.pdf", new byte[0], 400, "empty"));
  }

  private static Stream<HostileFile> disguises() {
    byte[] archive = Workbooks.zip(Map.of("a.class", bytes("a")));
    return Stream.of(
        bad("a program as PDF", "a.pdf", bytes("MZ\u0090\0\3\0\0\0"), 415, "content-differs"),
        bad("a page as PDF", "a.pdf", bytes("<html><script>x</script>"), 415, "content-differs"),
        bad("a PDF as picture", "a.png", pdf(""), 415, "content-differs"),
        bad("an archive as document", "a.docx", archive, 415, "macros"),
        bad("a workbook as document", "a.docx", office(SHEET, Map.of()), 415, "content-differs"),
        bad("a text as open document", "a.odt", bytes("texto"), 415, "content-differs"),
        bad("an open drawing", "a.odt", open("graphics", Map.of()), 415, "content-differs"),
        bad("a PDF that is an archive too", "a.pdf", join(pdf(""), archive), 415, "disguised"),
        bad(
            "a picture that is an archive too",
            "a.png",
            join(picture("png"), archive),
            415,
            "disguised"),
        bad(
            "a photo that is an archive too",
            "a.jpg",
            join(picture("jpg"), archive),
            415,
            "disguised"),
        bad("an archive as table", "a.csv", archive, 415, "content-differs"),
        bad("a NUL in a text", "a.txt", bytes("a\0b"), 415, "content-differs"));
  }

  private static Stream<HostileFile> programs() {
    String eicar = "X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-" + "STANDARD-ANTIVIRUS-TEST-FILE!$H+H*";
    return Stream.of(
        bad("the scanners' test file", "a.txt", bytes(eicar), 415, "script"),
        bad("a shell script", "a.txt", bytes("#!/bin/sh\nrm -rf /\n"), 415, null),
        bad("a batch file", "a.txt", bytes("@echo off\r\ndel *.*\r\n"), 415, null),
        bad("a page as text", "a.txt", bytes("  <!DOCTYPE html><p>"), 415, null),
        bad("a script in a table", "a.csv", bytes("a;b\n<script>alert(1)</script>"), 415, "script"),
        bad(
            "a visual script",
            "a.txt",
            bytes("Set s = CreateObject(\"WScript.Shell\")"),
            415,
            "script"),
        bad("PHP as text", "a.txt", bytes("<?php system($_GET[0]);"), 415, null));
  }

  private static Stream<HostileFile> documents() {
    byte[] nested = office(WORD, Map.of("word/embeddings/a.xlsx", new byte[] {'P', 'K', 3, 4, 0}));
    String remote =
        "<Relationships><Relationship Type=\"http://x/relationships/attachedTemplate\""
            + " Target=\"http://example.org/t.dotm\" TargetMode=\"External\"/></Relationships>";
    return Stream.of(
        bad("a script in a PDF", "a.pdf", pdf("/OpenAction<</S/JavaScript/JS(x)>>"), 415, "active"),
        bad("a script spelled otherwise", "a.pdf", pdf("/AA<</S/J#61vaScript>>"), 415, "active"),
        bad(
            "a PDF that starts a program",
            "a.pdf",
            pdf("/OpenAction<</S/Launch/F(x)>>"),
            415,
            "active"),
        bad(
            "a PDF with a file inside",
            "a.pdf",
            pdf("/Names<</EmbeddedFiles 9 0 R>>"),
            415,
            "active"),
        bad("a PDF with a password", "a.pdf", pdf("/Encrypt 9 0 R"), 415, "protected"),
        bad("a script packed away", "a.pdf", packed("<</S/JavaScript/JS(x)>>"), 415, "active"),
        bad("a script behind a pretended stream", "a.pdf", pretended(), 415, "active"),
        bad("half a PDF", "a.pdf", bytes("%PDF-1.7\n1 0 obj"), 400, "damaged"),
        bad(
            "macros in a document",
            "a.docx",
            office(WORD, Map.of("word/vbaProject.bin", bytes("x"))),
            415,
            "macros"),
        bad(
            "macros declared",
            "a.docx",
            office(WORD + "\"/><x y=\"macroEnabled", Map.of()),
            415,
            "macros"),
        bad(
            "macros in an open document",
            "a.odt",
            open("text", Map.of("Basic/Standard/a.xml", bytes("x"))),
            415,
            "macros"),
        bad(
            "a program in slides",
            "a.pptx",
            office(SLIDES, Map.of("ppt/media/a.exe", bytes("MZ"))),
            415,
            "macros"),
        bad(
            "a template from elsewhere",
            "a.docx",
            office(WORD, Map.of("word/_rels/settings.xml.rels", bytes(remote))),
            415,
            "from-elsewhere"),
        bad(
            "an archive in a document",
            "a.docx",
            office(WORD, Map.of("word/media/a.png", Workbooks.zip(Map.of("a", bytes("a"))))),
            415,
            "archive-inside"),
        bad("a damaged part", "a.docx", nested, 400, "damaged"),
        bad(
            "half a document",
            "a.docx",
            Arrays.copyOf(office(WORD, Map.of()), 60),
            400,
            "damaged"));
  }

  private static Stream<HostileFile> pictures() {
    byte[] huge = picture("png");
    ByteBuffer.wrap(huge).putInt(16, 60_000).putInt(20, 60_000);
    return Stream.of(
        bad("a picture of 3,600 million points", "a.png", huge, 413, "too-many-points"),
        bad("half a picture", "a.png", Arrays.copyOf(picture("png"), 50), 400, "damaged"),
        bad("half a photo", "a.jpg", Arrays.copyOf(picture("jpg"), 20), 400, "damaged"));
  }

  private static Stream<HostileFile> tooMuch() {
    Map<String, byte[]> many = new LinkedHashMap<>();
    for (int i = 0; i < 6000; i++) {
      many.put("word/media/" + i, new byte[0]);
    }
    return Stream.of(
        bad("thousands of parts", "a.docx", office(WORD, many), 413, "too-large-unpacked"),
        bad("a bomb", "a.docx", bomb(), 413, "too-large-unpacked"),
        bad(
            "a bomb in a PDF",
            "a.pdf",
            packed(" ".repeat(30 * 1024 * 1024)),
            413,
            "too-large-unpacked"),
        bad("more than 10 MB", "a.txt", bytes("a".repeat(10 * 1024 * 1024 + 1)), 413, null));
  }

  /** A kilobyte per megabyte: 200 MB of nothing. */
  private static byte[] bomb() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
      zip.write(bytes("<Types><Override ContentType=\"" + WORD + "\"/></Types>"));
      zip.closeEntry();
      zip.putNextEntry(new ZipEntry("word/document.xml"));
      byte[] zeros = new byte[1024 * 1024];
      for (int i = 0; i < 200; i++) {
        zip.write(zeros);
      }
      zip.closeEntry();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /**
   * @param more entries of the catalogue
   */
  public static byte[] pdf(String more) {
    return bytes(
        "%PDF-1.4\n1 0 obj\n<</Type/Catalog/Pages 2 0 R"
            + more
            + ">>\nendobj\n2 0 obj\n<</Type/Pages/Kids[]/Count 0>>\nendobj\n"
            + "3 0 obj\n<</Length 4>>\nstream\nq Q \nendstream\nendobj\n"
            + "trailer\n<</Root 1 0 R/Size 4>>\nstartxref\n0\n%%EOF\n");
  }

  private static byte[] packed(String objects) {
    Deflater deflater = new Deflater();
    deflater.setInput(bytes(objects));
    deflater.finish();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] piece = new byte[64 * 1024];
    while (!deflater.finished()) {
      out.write(piece, 0, deflater.deflate(piece));
    }
    deflater.end();
    return join(
        bytes(
            "%PDF-1.5\n4 0 obj\n<</Type/ObjStm/N 1/First 0/Filter/FlateDecode/Length 9>>\nstream\n"),
        out.toByteArray(),
        bytes("\nendstream\nendobj\nstartxref\n0\n%%EOF\n"));
  }

  private static byte[] pretended() {
    return bytes(
        "%PDF-1.4\n(>>\nstream\n)\n7 0 obj\n<</S/JavaScript/JS(x)>>\nendobj\n%endstream\n%%EOF\n");
  }

  private static byte[] office(String type, Map<String, byte[]> more) {
    Map<String, byte[]> parts = new LinkedHashMap<>();
    parts.put(
        "[Content_Types].xml", bytes("<Types><Override ContentType=\"" + type + "\"/></Types>"));
    parts.put("_rels/.rels", bytes("<Relationships/>"));
    parts.putAll(more);
    return Workbooks.zip(parts);
  }

  private static byte[] open(String type, Map<String, byte[]> more) {
    Map<String, byte[]> parts = new LinkedHashMap<>();
    parts.put("mimetype", bytes(ODF + type));
    parts.put("content.xml", bytes("<office:document-content/>"));
    parts.putAll(more);
    return Workbooks.zip(parts);
  }

  public static byte[] picture(String format) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      ImageIO.write(new BufferedImage(32, 24, BufferedImage.TYPE_INT_RGB), format, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static HostileFile bad(
      String title, String name, byte[] content, int status, String code) {
    return new HostileFile(title, name, content, status, code == null ? null : "file." + code);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] join(byte[]... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }
}
