package br.gov.sp.prefeitura.redeinfo.shared.documents;

import java.io.IOException;
import java.io.StringReader;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Reads what a template gave, without whatever people's texts must not bring into a document. */
final class DocumentText {

  /**
   * What no XML may hold (controls, halves of characters, non-characters), and what cannot be seen
   * but turns the direction in which the rest is read.
   */
  private static final Pattern UNFIT =
      Pattern.compile(
          "[^\\t\\n\\r\\x{20}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]"
              + "|[\\x{7F}-\\x{9F}\\x{200B}-\\x{200F}\\x{202A}-\\x{202E}\\x{2060}-\\x{2069}\\x{FEFF}]");

  private DocumentText() {}

  /**
   * @throws IllegalArgumentException if it is not well-formed, or brings a document type
   */
  static Document parse(String text) {
    try {
      DocumentBuilder parser = factory().newDocumentBuilder();
      // Its complaints would be printed, with what they are about.
      parser.setErrorHandler(null);
      return parser.parse(new InputSource(new StringReader(UNFIT.matcher(text).replaceAll(""))));
    } catch (SAXException e) {
      throw new IllegalArgumentException("the template gives no well-formed XHTML");
    } catch (IOException | ParserConfigurationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static DocumentBuilderFactory factory() throws ParserConfigurationException {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    factory.setXIncludeAware(false);
    return factory;
  }
}
