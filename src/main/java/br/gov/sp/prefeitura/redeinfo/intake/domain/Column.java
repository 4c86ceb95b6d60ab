package br.gov.sp.prefeitura.redeinfo.intake.domain;

import br.gov.sp.prefeitura.redeinfo.network.Appointment.EndReason;
import br.gov.sp.prefeitura.redeinfo.network.BodyKind;
import br.gov.sp.prefeitura.redeinfo.network.Bond;
import br.gov.sp.prefeitura.redeinfo.network.Function;
import br.gov.sp.prefeitura.redeinfo.network.IdentifierKind;
import br.gov.sp.prefeitura.redeinfo.network.Seat;
import br.gov.sp.prefeitura.redeinfo.network.Track;
import java.util.Arrays;
import java.util.List;

/**
 * A column of a list. Its header is the message {@code intake.column.<name>}, in any of our
 * languages; what people write instead stands here.
 */
public enum Column {
  ACRONYM(Type.TEXT, "sigla do orgao"),
  BODY_NAME(Type.TEXT, "nome do orgao", "nome"),
  KIND(BodyKind.class, "tipo de orgao"),
  MAIL_DOMAINS(Type.TEXT, "dominios", "dominio"),
  IDENTIFIER_KIND(IdentifierKind.class, "identificador"),
  SUCCESSOR(Type.TEXT, "orgao sucessor"),
  NAME(Type.TEXT, "nome completo", "servidor", "servidora"),
  EMAIL(Type.TEXT, "email", "e mail", "email institucional", "endereco de e mail"),
  BODY(Type.TEXT, "sigla", "sigla do orgao", "secretaria", "subprefeitura"),
  BOND(Bond.class, "tipo de vinculo"),
  UNIT(Type.TEXT, "setor", "lotacao"),
  IDENTIFIER(Type.TEXT, "registro funcional", "numero funcional", "matricula", "identificador"),
  FUNCTION(Function.class, "funcao na rede", "papel"),
  TRACK(Track.class, "tema"),
  SEAT(Seat.class, "titularidade"),
  FROM(Type.DAY, "primeiro dia", "inicio", "data de inicio", "existe desde"),
  TO(Type.DAY, "ultimo dia", "fim", "data de fim", "existe ate"),
  ACT(Type.TEXT, "portaria", "sei"),
  END_REASON(EndReason.class, "motivo"),
  ORIGIN(Type.TEXT, "de onde vem", "fonte", "lista de origem");

  /** What its cells hold. */
  public enum Type {
    TEXT,
    DAY,
    /** One of a few words, known by an enum's constants and their texts. */
    WORD
  }

  private final Type type;
  private final Class<? extends Enum<?>> words;
  private final List<String> otherHeaders;

  Column(Type type, String... otherHeaders) {
    this(type, null, otherHeaders);
  }

  Column(Class<? extends Enum<?>> words, String... otherHeaders) {
    this(Type.WORD, words, otherHeaders);
  }

  Column(Type type, Class<? extends Enum<?>> words, String... otherHeaders) {
    this.type = type;
    this.words = words;
    this.otherHeaders = List.of(otherHeaders);
  }

  public Type type() {
    return type;
  }

  /** Message of the column's header. */
  public String messageKey() {
    return "intake.column." + name();
  }

  /** Message of one of its words: the key is this prefix and the constant's name. */
  public String wordPrefix() {
    return switch (this) {
      case KIND -> "body-kind.";
      case IDENTIFIER_KIND -> "intake.identifier-kind.";
      case BOND -> "bond.";
      case FUNCTION -> "function.";
      case TRACK -> "track.";
      case SEAT -> "seat.";
      case END_REASON -> "end-reason.";
      default -> throw new IllegalStateException(name() + " holds no words");
    };
  }

  /** Messages of the words that a list may say; empty for columns that hold no words. */
  public List<String> wordKeys() {
    return words == null
        ? List.of()
        : Arrays.stream(words.getEnumConstants())
            .filter(word -> !(word instanceof Function given && PowerFunctions.contains(given)))
            .map(word -> wordPrefix() + word.name())
            .toList();
  }

  /** In plain letters. */
  List<String> otherHeaders() {
    return otherHeaders;
  }
}
