package br.gov.sp.prefeitura.redeinfo.pilot;

import static org.assertj.core.api.Assertions.assertThat;

import br.gov.sp.prefeitura.redeinfo.identity.CurrentPerson.SignedIn;
import br.gov.sp.prefeitura.redeinfo.network.Body;
import br.gov.sp.prefeitura.redeinfo.network.Function;
import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.PilotAccess;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.PilotAccess.Seen;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.PilotBoard;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.PilotCard;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.PilotExports;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.PilotFilter;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.PilotFilter.Whose;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.Stage;
import br.gov.sp.prefeitura.redeinfo.shared.paging.Position;
import br.gov.sp.prefeitura.redeinfo.shared.time.SaoPaulo;
import br.gov.sp.prefeitura.redeinfo.support.IntegrationTest;
import br.gov.sp.prefeitura.redeinfo.support.PilotLife;
import br.gov.sp.prefeitura.redeinfo.support.PilotRows;
import br.gov.sp.prefeitura.redeinfo.support.TestBodies;
import br.gov.sp.prefeitura.redeinfo.support.TestPeople;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
@DisplayName("A list of pilots")
class PilotListsTest {

  private static final int EVERYTHING = 100_000;

  @Autowired PilotBoard board;
  @Autowired PilotExports exports;
  @Autowired PilotAccess access;
  @Autowired PilotLife life;
  @Autowired PilotRows rows;
  @Autowired TestBodies bodies;
  @Autowired TestPeople people;
  @Autowired Clock clock;

  @Test
  @DisplayName("holds for everybody exactly what they may open, in every state")
  void holdsWhatOneMayOpen() {
    Body lead = bodies.make();
    Body partner = bodies.make();
    Body other = bodies.make();
    Map<Long, String> pilots = everyKind(lead, partner, people.stranger(lead.slug()).id());
    Map<String, SignedIn> readers = readers(lead, partner, other);
    int visible = 0;
    for (Map.Entry<String, SignedIn> reader : readers.entrySet()) {
      Map<Long, PilotCard> listed = new LinkedHashMap<>();
      board
          .list(
              reader.getValue(),
              PilotFilter.ALL,
              List.of(PilotState.values()),
              Position.NEWEST,
              EVERYTHING)
          .forEach(card -> listed.put(card.pilot().id(), card));
      Map<Long, PilotCard> exported = new LinkedHashMap<>();
      exports.visibleTo(
          reader.getValue(), one -> exported.put(one.card().pilot().id(), one.card()));
      assertThat(exported.keySet()).isEqualTo(Set.copyOf(listed.keySet()));
      for (Map.Entry<Long, String> pilot : pilots.entrySet()) {
        Optional<Seen> seen = access.find(pilot.getKey(), reader.getValue());
        String what = pilot.getValue() + " for " + reader.getKey();
        assertThat(listed.containsKey(pilot.getKey())).as(what).isEqualTo(seen.isPresent());
        if (seen.isPresent()) {
          boolean inside = seen.get().view().seesInside();
          assertThat(listed.get(pilot.getKey()).inside()).as(what).isEqualTo(inside);
          assertThat(exported.get(pilot.getKey()).inside()).as(what).isEqualTo(inside);
          visible++;
        }
      }
    }
    assertThat(visible).isBetween(1, pilots.size() * readers.size() - 1);
  }

  /** Every state with and without a ballot, with and without a partner. */
  private Map<Long, String> everyKind(Body lead, Body partner, long person) {
    Map<Long, String> pilots = new LinkedHashMap<>();
    for (PilotState state : PilotState.values()) {
      for (boolean voted : new boolean[] {false, true}) {
        for (boolean joint : new boolean[] {false, true}) {
          long id = rows.make(lead.id(), state, person);
          if (voted) {
            rows.ballot(id);
          }
          if (joint) {
            rows.partner(id, partner.id());
          }
          pilots.put(id, state + (voted ? ", voted" : "") + (joint ? ", joint" : ""));
        }
      }
    }
    return pilots;
  }

  private Map<String, SignedIn> readers(Body lead, Body partner, Body other) {
    Map<String, SignedIn> readers = new LinkedHashMap<>();
    for (Function function : Function.values()) {
      if (function == Function.FOCAL_POINT) {
        continue; // in the same group as volunteers, by a seat
      }
      if (function.isOfBody()) {
        readers.put(function + " of the lead body", signedIn(function, lead));
        readers.put(function + " of the partner", signedIn(function, partner));
        readers.put(function + " of another body", signedIn(function, other));
      } else {
        readers.put(function.name(), signedIn(function, other));
      }
    }
    readers.put("nobody", life.signedIn(people.person(lead.slug())));
    return readers;
  }

  private SignedIn signedIn(Function function, Body body) {
    return life.signedIn(people.withFunction(function, body.slug()));
  }

  @Test
  @DisplayName("is cut by theme, body, territory, delay, words and whose they are")
  void isFiltered() {
    Body body = bodies.make();
    Body partner = bodies.make();
    Person member = people.withFunction(Function.VOLUNTEER, body.slug());
    Person colleague = people.withFunction(Function.VOLUNTEER, body.slug());
    SignedIn reader = life.signedIn(member);
    long trees = rows.make(body.id(), PilotState.RUNNING, member.id(), "Mapa das árvores da rua");
    long draft = rows.make(body.id(), PilotState.DRAFT, colleague.id(), "Água às claras");
    long joint = rows.make(partner.id(), PilotState.RUNNING, colleague.id(), "Ônibus abertos");
    rows.partner(joint, body.id());
    LocalDate yesterday = SaoPaulo.today(clock).minusDays(1);
    rows.milestone(trees, 1, yesterday, 80);
    rows.milestone(joint, 1, yesterday, 100);

    assertThat(ids(reader, filter(body.id(), false, null, "arvore"))).containsExactly(trees);
    assertThat(ids(reader, filter(body.id(), false, null, "agua"))).containsExactly(draft);
    assertThat(ids(reader, filter(body.id(), false, null, "' | :* \\"))).contains(trees, draft);
    assertThat(ids(reader, filter(null, true, Whose.MY_BODY, null))).containsExactly(trees);
    assertThat(ids(reader, filter(null, false, Whose.MINE, null))).containsExactly(trees);
    assertThat(ids(reader, filter(null, false, Whose.MY_BODY, null)))
        .containsExactlyInAnyOrder(trees, draft, joint);
    assertThat(
            ids(reader, new PilotFilter(Theme.PARTICIPATION, body.id(), null, false, null, null)))
        .isEmpty();
    assertThat(
            ids(reader, new PilotFilter(Theme.TRANSPARENCY, body.id(), "city", false, null, null)))
        .containsExactlyInAnyOrder(trees, draft);
    assertThat(board.published(filter(body.id(), false, null, null), null, Position.NEWEST, 10))
        .extracting(card -> card.pilot().id())
        .containsExactly(trees);
  }

  private static PilotFilter filter(Long body, boolean late, Whose whose, String text) {
    return new PilotFilter(null, body, null, late, whose, text);
  }

  private List<Long> ids(SignedIn reader, PilotFilter filter) {
    return board
        .list(reader, filter, List.of(PilotState.values()), Position.NEWEST, EVERYTHING)
        .stream()
        .map(card -> card.pilot().id())
        .toList();
  }

  @Test
  @DisplayName("goes on page by page without missing one or showing one twice")
  void goesOnPageByPage() {
    Body body = bodies.make();
    Person member = people.withFunction(Function.VOLUNTEER, body.slug());
    SignedIn reader = life.signedIn(member);
    List<Long> made = new ArrayList<>();
    for (int i = 0; i < 9; i++) {
      made.add(
          rows.make(
              body.id(), i % 2 == 0 ? PilotState.RUNNING : PilotState.SUSPENDED, member.id()));
    }
    PilotFilter own = filter(body.id(), false, null, null);
    List<Long> read = new ArrayList<>();
    Position place = Position.NEWEST;
    List<PilotCard> page;
    do {
      page = board.list(reader, own, Stage.EXECUTION.states(), place, 4);
      page.forEach(card -> read.add(card.pilot().id()));
      if (!page.isEmpty()) {
        PilotCard last = page.get(page.size() - 1);
        place = new Position(last.pilot().stateSince(), last.pilot().id());
      }
    } while (page.size() == 4);
    assertThat(read).containsExactlyElementsOf(made);
    assertThat(board.newest(reader, own, 4).get(Stage.EXECUTION))
        .extracting(card -> card.pilot().id())
        .containsExactlyElementsOf(made.subList(0, 4));
  }
}
