package br.gov.sp.prefeitura.redeinfo.shared.documents;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.util.XRLog;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;
import org.w3c.dom.Document;

/**
 * Makes PDFs for keeping: archivable (PDF/A-2a) and readable by everybody (PDF/UA-1), with the
 * fonts inside. What a PDF looks like says a template below {@code templates/documents}.
 *
 * <p>Templates are well-formed XHTML with their styles inside, a {@code title} (it is the PDF's)
 * and headings in order. They write values by {@code th:text} alone, pictures as {@code data:} with
 * an {@code alt}, and choose among the fonts {@code Liberation Sans} (normal, bold, italic) and
 * {@code Liberation Serif} (normal, bold): Latin, Greek and Cyrillic letters. Whatever else is in a
 * value stands as {@value #UNKNOWN_CHARACTER}.
 */
@Component
public class PdfDocuments {

  static final String UNKNOWN_CHARACTER = "?";

  private static final String SANS = "Liberation Sans";
  private static final String SERIF = "Liberation Serif";

  private final ITemplateEngine templates;
  private final byte[] colours = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();
  private final byte[] sans = font("LiberationSans-Regular");
  private final byte[] sansBold = font("LiberationSans-Bold");
  private final byte[] sansItalic = font("LiberationSans-Italic");
  private final byte[] serif = font("LiberationSerif-Regular");
  private final byte[] serifBold = font("LiberationSerif-Bold");

  PdfDocuments(ITemplateEngine templates) {
    this.templates = templates;
    // What it says repeats the document, which names people.
    XRLog.setLoggingEnabled(false);
  }

  /**
   * Fills a template and makes a PDF of it. Takes some tenths of a second and some 10 MB: for jobs,
   * or a page that one person asks for now and then.
   *
   * @param template its name below {@code templates/documents}, e.g. {@code certificate}
   * @param locale of the template's messages
   * @param model what the template shows; it is escaped, and cleaned of what no text may hold
   * @throws IllegalArgumentException if the template gives no XHTML
   */
  public byte[] render(String template, Locale locale, Map<String, Object> model) {
    String text = templates.process("documents/" + template, new Context(locale, model));
    Document document = DocumentText.parse(text);
    ByteArrayOutputStream pdf = new ByteArrayOutputStream(64 * 1024);
    try {
      builder().withW3cDocument(document, null).toStream(pdf).run();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return pdf.toByteArray();
  }

  private PdfRendererBuilder builder() {
    PdfRendererBuilder builder = new PdfRendererBuilder();
    builder.usePdfUaAccessibility(true);
    builder.usePdfAConformance(PdfAConformance.PDFA_2_A);
    builder.useColorProfile(colours);
    builder.withProducer("Rede INFO Aberta");
    builder.useReplacementText(UNKNOWN_CHARACTER);
    useFont(builder, sans, SANS, 400, FontStyle.NORMAL);
    useFont(builder, sansBold, SANS, 700, FontStyle.NORMAL);
    useFont(builder, sansItalic, SANS, 400, FontStyle.ITALIC);
    useFont(builder, serif, SERIF, 400, FontStyle.NORMAL);
    useFont(builder, serifBold, SERIF, 700, FontStyle.NORMAL);
    onlyOwnPictures(builder);
    return builder;
  }

  /** A document loads nothing: its pictures are inside it. */
  private static void onlyOwnPictures(PdfRendererBuilder builder) {
    builder.useUriResolver((base, address) -> isInside(address) ? address : null);
    for (ExternalResourceControlPriority moment : ExternalResourceControlPriority.values()) {
      builder.useExternalResourceAccessControl((address, kind) -> isInside(address), moment);
    }
  }

  private static boolean isInside(String address) {
    return address != null && address.startsWith("data:image/png;base64,");
  }

  private static void useFont(
      PdfRendererBuilder builder, byte[] font, String family, int weight, FontStyle style) {
    builder.useFont(() -> new ByteArrayInputStream(font), family, weight, style, true);
  }

  private static byte[] font(String name) {
    try {
      return new ClassPathResource("liberation/" + name + ".ttf").getContentAsByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
