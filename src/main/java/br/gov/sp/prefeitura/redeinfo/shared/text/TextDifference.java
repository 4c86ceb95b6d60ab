package br.gov.sp.prefeitura.redeinfo.shared.text;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What changed between two texts, word by word. */
public final class TextDifference {

  /** Words with the blanks behind them, so that the pieces put together are the text again. */
  private static final Pattern WORDS = Pattern.compile("\\S+\\s*|\\s+");

  private TextDifference() {}

  /**
   * @param before or {@code null} for none
   * @param after or {@code null} for none
   */
  public static List<Piece> between(String before, String after) {
    List<String> old = words(before);
    List<String> current = words(after);
    List<Piece> pieces = new ArrayList<>();
    int at = 0;
    for (AbstractDelta<String> delta : DiffUtils.diff(old, current).getDeltas()) {
      add(pieces, Kind.SAME, old.subList(at, delta.getSource().getPosition()));
      add(pieces, Kind.TAKEN_OUT, delta.getSource().getLines());
      add(pieces, Kind.ADDED, delta.getTarget().getLines());
      at = delta.getSource().getPosition() + delta.getSource().size();
    }
    add(pieces, Kind.SAME, old.subList(at, old.size()));
    return pieces;
  }

  private static List<String> words(String text) {
    return text == null
        ? List.of()
        : WORDS.matcher(text).results().map(MatchResult::group).toList();
  }

  private static void add(List<Piece> pieces, Kind kind, List<String> words) {
    if (!words.isEmpty()) {
      pieces.add(new Piece(kind, String.join("", words)));
    }
  }

  /** What became of a piece. */
  public enum Kind {
    SAME,
    TAKEN_OUT,
    ADDED
  }

  /** A part of the texts: in both, or in one of them alone. */
  public record Piece(Kind kind, String text) {}
}
