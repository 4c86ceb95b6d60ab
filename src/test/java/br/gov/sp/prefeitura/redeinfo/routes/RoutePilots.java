package br.gov.sp.prefeitura.redeinfo.routes;

import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.pilot.PilotState;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.Evidence.Purpose;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.EvidenceService;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.NewEvidence;
import br.gov.sp.prefeitura.redeinfo.pilot.process.PilotProjectProcess;
import br.gov.sp.prefeitura.redeinfo.support.EvidenceFiles;
import br.gov.sp.prefeitura.redeinfo.support.PilotExecution;
import br.gov.sp.prefeitura.redeinfo.support.PilotLife;
import br.gov.sp.prefeitura.redeinfo.support.PilotLife.Team;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationContext;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Pilots of one body with words that nobody can mistake, each where only some may read it: a draft,
 * the coordination's opinion and its note for the committee, a voter's reason, evidence that is not
 * public. What is approved is read by anybody, but for these.
 */
public final class RoutePilots {

  /** What is hidden, and the word that stands in it. */
  public enum Secret {
    /** What the body writes and has not submitted. */
    DRAFT("Rascunhossauro"),
    /** A submitted proposal that the committee has not approved. */
    PROPOSAL("Propostassauro"),
    /** The coordination's opinion. */
    OPINION("Parecerssauro"),
    /** The coordination's note for the committee. */
    NOTE("Notassauro"),
    /** Why somebody voted against it; the ballot is over. */
    VOTE("Votossauro"),
    /** The title of evidence that is not public, of an approved pilot. */
    EVIDENCE("Evidenciassauro"),
    /** The title of evidence of a draft. */
    DRAFT_EVIDENCE("Provassauro"),
    /** Why a partner does not take part. */
    DECLINE("Recusassauro");

    private final String word;

    Secret(String word) {
      this.word = word;
    }

    public String word() {
      return word;
    }
  }

  /** Stands beside the words in titles and texts, for searches: what is asked for is echoed. */
  public static final String SEARCHED = "quindim";

  private final PilotLife life;
  private final EvidenceService evidence;
  private final JdbcClient jdbc;
  private final Team team;
  private final Map<String, String> things = new HashMap<>();

  /**
   * @param team whose pilots they are
   * @param elector votes on two of them, with a second one of another body
   * @param partner head of a body that declines its part in one, or {@code null} for none
   */
  public RoutePilots(ApplicationContext context, Team team, Person elector, Person partner) {
    this.life = context.getBean(PilotLife.class);
    this.evidence = context.getBean(EvidenceService.class);
    this.jdbc = context.getBean(JdbcClient.class);
    this.team = team;
    List<Person> others = life.committee(2);
    draft();
    List<Person> electors = List.of(elector, others.get(0), others.get(1));
    String words = Secret.PROPOSAL.word() + " " + SEARCHED;
    Map<String, String> proposed = Map.of("title", words, "problem", words);
    things.put("voting", "" + inVote(proposed, electors));
    approved(electors, elector, others);
    PilotExecution execution = context.getBean(PilotExecution.class);
    long running = execution.running(team);
    execution.reportEarly(running, team);
    things.put("running", String.valueOf(running));
    if (partner != null) {
      declined(partner);
    }
  }

  /** Ids by what they are: pilots {@code pilot} (a draft), {@code voting}, {@code voted} … */
  public Map<String, String> things() {
    return things;
  }

  private void draft() {
    String words = Secret.DRAFT.word() + " " + SEARCHED;
    long id = life.draft(team, Map.of("title", words, "budget", words));
    // Something is missing: sending it is refused, whoever tries.
    life.change(id, team.member(), Map.of("problem", ""));
    things.put("pilot", String.valueOf(id));
    things.put("evidence", "" + file(id, Purpose.PROPOSAL, Secret.DRAFT_EVIDENCE.word(), false));
  }

  private long inVote(Map<String, String> more, List<Person> electors) {
    long id = life.draft(team, more);
    life.submit(id, team.member());
    life.answer(
        id, PilotProjectProcess.TASK_ENDORSE, team.head(), Map.of("endorsement", "endorse"));
    Map<String, Object> review = new HashMap<>(PilotLife.forwarding());
    review.put("opinion", Secret.OPINION.word());
    review.put("internalNote", Secret.NOTE.word());
    life.among(
        electors,
        () -> life.answer(id, PilotProjectProcess.TASK_REVIEW, team.coordinator(), review));
    return life.expect(id, PilotState.IN_VOTE);
  }

  private void approved(List<Person> electors, Person against, List<Person> inFavour) {
    long id = inVote(Map.of(), electors);
    life.voteOnly(id, against, "AGAINST");
    inFavour.forEach(person -> life.voteOnly(id, person, "FOR"));
    life.runJobs();
    life.expect(id, PilotState.APPROVED);
    jdbc.sql("UPDATE pilot_vote SET reason = :word WHERE vote = 'AGAINST' AND person_id = :who")
        .param("word", Secret.VOTE.word())
        .param("who", against.id())
        .update();
    things.put("voted", String.valueOf(id));
    things.put("kept", "" + file(id, Purpose.PRESENTATION, Secret.EVIDENCE.word(), false));
    things.put("shown", "" + file(id, Purpose.PRESENTATION, "Slides para todos", true));
  }

  private void declined(Person partner) {
    Map<String, String> more =
        Map.of("partners[0].body", team(partner), "partners[0].part", "Emprestar a praça.");
    long id = life.draft(team, more);
    life.submit(id, team.member());
    life.answer(
        id,
        PilotProjectProcess.TASK_PARTNERSHIP,
        partner,
        Map.of("answer", "decline", "declineReason", Secret.DECLINE.word()));
    things.put("returned", "" + life.expect(id, PilotState.RETURNED));
  }

  private String team(Person partner) {
    return jdbc.sql("SELECT slug FROM body WHERE id = ?")
        .param(partner.bodyId())
        .query(String.class)
        .single();
  }

  private long file(long pilot, Purpose purpose, String title, boolean isPublic) {
    return evidence.addFile(
        pilot,
        new NewEvidence(purpose, title, isPublic),
        "arquivo.pdf",
        new ByteArrayResource(EvidenceFiles.pdf("")),
        life.signedIn(team.member()));
  }
}
