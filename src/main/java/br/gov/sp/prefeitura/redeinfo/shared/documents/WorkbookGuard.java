package br.gov.sp.prefeitura.redeinfo.shared.documents;

import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/**
 * Looks through a workbook before anything reads it: no more than the limit once unpacked, no
 * macros, no document types (entities, files of the server), no cell so far away that making room
 * for it would take all memory. Unpacks with the library that the reader uses, so that both see the
 * same entries.
 */
final class WorkbookGuard {

  private static final int ENTRIES = 500;
  private static final Pattern CELL = Pattern.compile("[A-Z]{1,3}[0-9]{1,7}");
  private static final Pattern ROW = Pattern.compile("[0-9]{1,7}");
  private static final String WORKBOOK_TYPE =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";

  private final XMLInputFactory xml = XMLInputFactory.newDefaultFactory();
  private final TableLimits limits;
  private long unpacked;
  private boolean workbook;

  WorkbookGuard(TableLimits limits) {
    this.limits = limits;
    xml.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    xml.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    xml.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
  }

  /**
   * @throws Refusal if this is not a harmless workbook
   */
  void check(byte[] content) throws IOException, XMLStreamException {
    try (ZipFile zip =
        ZipFile.builder().setSeekableByteChannel(new SeekableInMemoryByteChannel(content)).get()) {
      int entries = 0;
      for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
        if (++entries > ENTRIES) {
          throw tooLarge();
        }
        check(zip, entry);
      }
    }
    if (!workbook) {
      throw Refusal.unsupported(TableReader.FIELD, "table.content-differs");
    }
  }

  private void check(ZipFile zip, ZipArchiveEntry entry) throws IOException, XMLStreamException {
    String name = entry.getName().replace('\\', '/').toLowerCase(Locale.ROOT);
    if (name.endsWith("vbaproject.bin") || name.contains("/macrosheets/")) {
      throw Refusal.unsupported(TableReader.FIELD, "table.macros");
    }
    if (!zip.canReadEntryData(entry)) {
      throw Refusal.unsupported(TableReader.FIELD, "table.protected");
    }
    byte[] data = unpack(zip, entry);
    if (name.endsWith(".xml") || name.endsWith(".rels") || name.endsWith(".vml")) {
      checkXml(data, name.startsWith("xl/worksheets/"));
    }
    if (name.equals("[content_types].xml")) {
      String types = new String(data, StandardCharsets.UTF_8);
      if (types.contains("macroEnabled")) {
        throw Refusal.unsupported(TableReader.FIELD, "table.macros");
      }
      workbook = types.contains(WORKBOOK_TYPE);
    }
  }

  private byte[] unpack(ZipFile zip, ZipArchiveEntry entry) throws IOException {
    long left = limits.unpackedBytes() - unpacked;
    try (InputStream in = zip.getInputStream(entry)) {
      byte[] data = in.readNBytes(Math.toIntExact(Math.min(left + 1, Integer.MAX_VALUE - 8)));
      if (data.length > left) {
        throw tooLarge();
      }
      unpacked += data.length;
      return data;
    }
  }

  private void checkXml(byte[] data, boolean sheet) throws XMLStreamException {
    XMLStreamReader reader = xml.createXMLStreamReader(new ByteArrayInputStream(data));
    while (reader.hasNext()) {
      int event = reader.next();
      if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
        throw damaged();
      }
      if (sheet && event == XMLStreamConstants.START_ELEMENT) {
        checkPlace(reader);
      }
    }
  }

  private static void checkPlace(XMLStreamReader element) {
    Pattern place =
        switch (element.getLocalName()) {
          case "c" -> CELL;
          case "row" -> ROW;
          default -> null;
        };
    String given = place == null ? null : element.getAttributeValue(null, "r");
    if (given != null && !place.matcher(given).matches()) {
      throw damaged();
    }
  }

  static Refusal damaged() {
    return Refusal.invalidField(TableReader.FIELD, "table.damaged");
  }

  private Refusal tooLarge() {
    return Refusal.tooLarge(
        TableReader.FIELD, "table.too-large-unpacked", limits.unpackedBytes() / (1024 * 1024));
  }
}
