package br.gov.sp.prefeitura.redeinfo.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.verapdf.core.EncryptedPdfException;
import org.verapdf.core.ModelParsingException;
import org.verapdf.core.ValidationException;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/** PDFs as readers and as the judge of the field (veraPDF) see them. */
public final class Pdfs {

  static {
    VeraGreenfieldFoundryProvider.initialise();
  }

  private Pdfs() {}

  /** All texts, in the order they are read. */
  public static String text(byte[] pdf) {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return new PDFTextStripper().getText(document);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** In one line, for texts that a line end may break. */
  public static String line(byte[] pdf) {
    return text(pdf).replaceAll("\\s+", " ").strip();
  }

  public static int pages(byte[] pdf) {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return document.getNumberOfPages();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** That veraPDF accepts it as archivable (PDF/A-2a) and as readable by everybody (PDF/UA-1). */
  public static void assertForKeeping(byte[] pdf) {
    for (PDFAFlavour flavour : new PDFAFlavour[] {PDFAFlavour.PDFA_2_A, PDFAFlavour.PDFUA_1}) {
      ValidationResult result = validate(pdf, flavour);
      assertThat(result.getTestAssertions().stream().map(Pdfs::words).distinct())
          .as("what is wrong by %s", flavour)
          .isEmpty();
      assertThat(result.isCompliant()).as("accepted by %s", flavour).isTrue();
      assertThat(result.getTotalAssertions()).as("judged by %s", flavour).isGreaterThan(100);
    }
  }

  private static ValidationResult validate(byte[] pdf, PDFAFlavour flavour) {
    try (PDFAParser parser =
            Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), flavour);
        PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false)) {
      return validator.validate(parser);
    } catch (ModelParsingException | EncryptedPdfException | ValidationException e) {
      throw new AssertionError("veraPDF cannot read it", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String words(TestAssertion assertion) {
    return assertion.getRuleId() + " " + assertion.getMessage();
  }
}
