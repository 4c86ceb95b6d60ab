package br.gov.sp.prefeitura.redeinfo.demonstration.domain;

import br.gov.sp.prefeitura.redeinfo.meeting.MeetingProgramme.PlannedMeeting;
import br.gov.sp.prefeitura.redeinfo.meeting.MinutesProgramme;
import br.gov.sp.prefeitura.redeinfo.meeting.MinutesProgramme.ProposedInitiative;
import br.gov.sp.prefeitura.redeinfo.meeting.MinutesProgramme.ToDo;
import br.gov.sp.prefeitura.redeinfo.network.Body;
import br.gov.sp.prefeitura.redeinfo.shared.time.SaoPaulo;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * A meeting of some months ago, invented like all of today: its minutes are published, and of what
 * they gave bodies to do one is done, one has more time, one is open and one is late. And the
 * initiatives that the network follows.
 */
@Component
@ConditionalOnDemonstration
class CurrentMinutes {

  private static final String STORY = "current/minutes";
  private static final String COORDINATOR = "coordenacao";
  private static final LocalTime BEGINS = LocalTime.of(14, 0);
  private static final LocalTime ENDS = LocalTime.of(16, 0);

  private final StepLog steps;
  private final MeetingPlayer player;
  private final MinutesPlayer minutes;
  private final MinutesProgramme programme;
  private final OfficeTime time;

  CurrentMinutes(
      StepLog steps,
      MeetingPlayer player,
      MinutesPlayer minutes,
      MinutesProgramme programme,
      OfficeTime time) {
    this.steps = steps;
    this.player = player;
    this.minutes = minutes;
    this.programme = programme;
    this.time = time;
  }

  /** Safe to repeat, also on another day. */
  void play(List<Body> bodies, Instant now) {
    LocalDate today = LocalDate.ofInstant(now, SaoPaulo.ZONE);
    LocalDate day =
        LocalDate.ofEpochDay(
            steps.result(STORY + "/day", OfficeTime.startOf(today), today::toEpochDay));
    MeetingPlayer.Played meeting = held(time.before(day, 40));
    LocalDate approved =
        minutes.publish(meeting, time.before(day, 36), COORDINATOR, "ciga.1", toDo(day));
    Map<String, Object> done =
        Map.of("outcome", "done", "result", "A lista foi publicada no portal de dados abertos.");
    minutes.answer(meeting, 0, time.after(approved, 6), "svma.gabinete", done);
    minutes.answer(
        meeting,
        1,
        time.after(approved, 8),
        "seges.gabinete",
        Map.of(
            "outcome", "moreTime",
            "newDueOn", time.after(day, 15).toString(),
            "moreTimeReason", "A equipe que cuida do cadastro mudou neste mês."));
    minutes.leave(meeting, now);
    initiatives(bodies, meeting, day);
  }

  private MeetingPlayer.Played held(LocalDate held) {
    MeetingPlayer.Played meeting =
        player.plan(
            STORY,
            OfficeTime.startOf(time.before(held, 12)),
            new PlannedMeeting(
                "QUARTERLY",
                "Reunião trimestral: serviços em linguagem simples",
                null,
                held.atTime(BEGINS),
                held.atTime(ENDS),
                "Auditório da coordenação (endereço fictício)",
                "Coordenação da rede",
                null),
            COORDINATOR,
            List.of("Serviços em linguagem simples", "Dados que os órgãos podem publicar juntos"));
    meeting.convene(OfficeTime.startOf(time.before(held, 8)), COORDINATOR);
    meeting.complete(
        OfficeTime.instant(held.atTime(ENDS)),
        COORDINATOR,
        all -> all.subList(0, Math.max(1, all.size() / 2)));
    meeting.record(
        OfficeTime.startOf(time.after(held, 1)),
        COORDINATOR,
        held.atTime(BEGINS),
        held.atTime(ENDS),
        4);
    return meeting;
  }

  private List<ToDo> toDo(LocalDate day) {
    return List.of(
        new ToDo(
            "Publicar a lista de árvores plantadas no ano", "svma", null, time.before(day, 15)),
        new ToDo(
            "Reescrever as respostas mais comuns em linguagem simples",
            "seges",
            null,
            time.before(day, 12)),
        new ToDo("Propor um modelo comum de página de serviços", "svma", null, time.after(day, 12)),
        new ToDo("Reunir as perguntas que chegam ao balcão", "sub-la", null, time.before(day, 6)));
  }

  /** One proposed, two under way, one that has reached what it was for. */
  private void initiatives(List<Body> bodies, MeetingPlayer.Played meeting, LocalDate day) {
    Map<String, Body> bySlug =
        bodies.stream().collect(Collectors.toMap(Body::slug, Function.identity()));
    Instant at = OfficeTime.startOf(time.before(day, 25));
    propose(
        at,
        new ProposedInitiative(
            "Respostas em linguagem simples",
            "Que qualquer pessoa entenda o que a prefeitura responde.",
            "Testar o roteiro com as subprefeituras",
            time.after(day, 20),
            ids(bySlug, "seges", "svma", "sub-la"),
            Set.of(meeting.id())),
        "begin");
    propose(
        at,
        new ProposedInitiative(
            "Mapa comum do verde",
            "Juntar num só mapa o que os órgãos sabem das árvores e praças da cidade.",
            "Combinar o formato dos dados",
            time.after(day, 10),
            ids(bySlug, "svma", "sub-la"),
            Set.of(meeting.id())),
        "begin");
    propose(
        at,
        new ProposedInitiative(
            "Calendário aberto de consultas públicas",
            "Um só lugar para saber em que se pode participar.",
            null,
            null,
            ids(bySlug, "sub-la", "svma"),
            Set.of()),
        "propose");
    propose(
        at,
        new ProposedInitiative(
            "Glossário de dados da prefeitura",
            "Que os órgãos chamem as mesmas coisas pelos mesmos nomes.",
            null,
            null,
            ids(bySlug, "seges", "svma"),
            Set.of()),
        "conclude");
  }

  private void propose(Instant at, ProposedInitiative initiative, String how) {
    String story = STORY + "/initiative/" + initiative.name().hashCode();
    steps.once(
        story,
        at,
        () -> {
          var by = minutes.signedIn(COORDINATOR);
          long id = programme.propose(initiative, by);
          if (!how.equals("propose")) {
            programme.begin(id, "Os órgãos confirmaram.", by);
          }
          if (how.equals("conclude")) {
            programme.conclude(id, "O glossário está publicado (fictício).", by);
          }
        });
  }

  /** Of those bodies that exist. */
  private static Set<Long> ids(Map<String, Body> bySlug, String... slugs) {
    return Set.of(slugs).stream()
        .map(bySlug::get)
        .filter(Objects::nonNull)
        .map(Body::id)
        .collect(Collectors.toSet());
  }
}
