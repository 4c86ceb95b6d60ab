package br.gov.sp.prefeitura.redeinfo.intake;

import static br.gov.sp.prefeitura.redeinfo.intake.domain.ListKind.PERSONS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import br.gov.sp.prefeitura.redeinfo.intake.domain.ImportDesk;
import br.gov.sp.prefeitura.redeinfo.intake.domain.ImportPlan;
import br.gov.sp.prefeitura.redeinfo.intake.domain.PlannedLine.Change;
import br.gov.sp.prefeitura.redeinfo.intake.domain.PlannedLine.Verdict;
import br.gov.sp.prefeitura.redeinfo.network.Body;
import br.gov.sp.prefeitura.redeinfo.network.Bond;
import br.gov.sp.prefeitura.redeinfo.network.Function;
import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.network.Persons;
import br.gov.sp.prefeitura.redeinfo.network.Persons.PersonDetails;
import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import br.gov.sp.prefeitura.redeinfo.support.IntegrationTest;
import br.gov.sp.prefeitura.redeinfo.support.NominationLife;
import br.gov.sp.prefeitura.redeinfo.support.StatementCounter;
import br.gov.sp.prefeitura.redeinfo.support.TestPeople;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@IntegrationTest
@DisplayName("A list of persons")
class PersonListTest {

  private static final String HEADER = "Nome;E-mail institucional;Órgão;Vínculo;Unidade;RF";

  @Autowired ApplicationContext context;
  @Autowired NominationLife life;
  @Autowired TestPeople people;
  @Autowired Persons persons;
  @Autowired ImportDesk desk;
  @Autowired JdbcClient jdbc;

  private Lists lists;
  private Body body;

  @BeforeEach
  void setUp() {
    body = life.body();
    lists = new Lists(context, people.withFunction(Function.COORDINATION, "seri"));
  }

  @Test
  @DisplayName("registers who is new, with everything it says")
  void registers() {
    String email = email("maria");
    String rf = Lists.rf();

    lists.takeOver(PERSONS, HEADER, line("Maria da Silva", email, "efetivo", "Gabinete", rf));

    Person maria = persons.findByEmail(email).orElseThrow();
    assertThat(PersonDetails.of(maria))
        .isEqualTo(
            new PersonDetails("Maria da Silva", email, Bond.EFETIVO, body.id(), "Gabinete", rf));
    assertThat(maria.username()).matches("p\\d{6,}");
  }

  @Test
  @DisplayName("says of who is known what would change, from what to what")
  void showsChanges() {
    Person known = people.stranger(body.slug());

    ImportPlan plan =
        lists.plan(PERSONS, HEADER, line("Nome Novo", known.email(), "Comissionado", "", ""));

    assertThat(plan.lines())
        .singleElement()
        .satisfies(
            line -> {
              assertThat(line.verdict()).isEqualTo(Verdict.CHANGED);
              assertThat(line.changes())
                  .extracting(change -> change.column().name(), Change::before, Change::after)
                  .containsExactly(
                      tuple("NAME", known.name(), "Nome Novo"),
                      tuple("BOND", "EFETIVO", "COMISSIONADO"));
            });
    assertThat(persons.get(known.id()).name()).as("before it is confirmed").isEqualTo(known.name());
  }

  @Test
  @DisplayName("leaves alone what it leaves empty")
  void leavesAlone() {
    Person known = people.stranger(body.slug());
    String rf = Lists.rf();
    lists.takeOver(PERSONS, HEADER, line(known.name(), known.email(), "Efetivo", "Gabinete", rf));

    lists.takeOver(
        PERSONS,
        "nome,e-mail,sigla,vinculo",
        known.name() + "," + known.email().toUpperCase() + "," + body.slug() + ",CEDIDO");

    Person now = persons.get(known.id());
    assertThat(now.unit()).isEqualTo("Gabinete");
    assertThat(now.identifier()).isEqualTo(rf);
    assertThat(now.email()).isEqualTo(known.email());
    assertThat(now.bond()).isEqualTo(Bond.CEDIDO);
  }

  @Test
  @DisplayName("knows somebody by the number whose e-mail has changed")
  void newAddress() {
    String rf = Lists.rf();
    lists.takeOver(PERSONS, HEADER, line("Ana", email("ana"), "Efetivo", "", rf));
    Person ana = persons.findByIdentifier(body.id(), rf).orElseThrow();
    String married = email("ana.casada");

    lists.takeOver(PERSONS, HEADER, line("Ana Casada", married, "Efetivo", "", rf));

    assertThat(persons.get(ana.id()).email()).isEqualTo(married);
    assertThat(persons.get(ana.id()).username()).isEqualTo(ana.username());
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "COORDINATION, intake.email-of-power",
    "AUDITOR, intake.email-of-power",
    "ADMINISTRATOR, intake.email-of-power",
    "CIGA,",
  })
  @DisplayName(
      "never changes where the mails of powerful people go, with which passwords are chosen")
  void protectsPower(Function function, String code) {
    Person known = people.withFunction(function, body.slug());
    String rf = Lists.rf();
    lists.takeOver(PERSONS, HEADER, line(known.name(), known.email(), "Efetivo", "", rf));

    ImportPlan plan =
        lists.plan(PERSONS, HEADER, line(known.name(), email("outro"), "Efetivo", "", rf));

    assertThat(Lists.problems(plan)).isEqualTo(code == null ? List.of() : List.of(code));
  }

  @ParameterizedTest(name = "{0};{1};{2};{3};{4} is refused for {5}")
  @CsvSource({
    "'', x1, EFETIVO, '', '', network.name-missing",
    "Ana, 'ana', EFETIVO, '', '', network.email-invalid",
    "Ana, x3, Rei, '', '', intake.no-such-word",
    "Ana, x4, '', '', '', network.bond-missing",
    "Ana, x5, EFETIVO, '', 123.456-7, network.identifier-invalid.rf",
    "Ana, ana@gmail.com, EFETIVO, '', '', network.email-domain",
  })
  @DisplayName("holds to the rules of the pages, with the reason beside the column")
  void holdsToTheRules(
      String name, String address, String bond, String unit, String rf, String code) {
    String email = address.startsWith("x") ? email(address) : address;

    ImportPlan plan = lists.plan(PERSONS, HEADER, line(name, email, bond, unit, rf));

    assertThat(Lists.problems(plan)).containsExactly(code);
    assertThat(plan.lines().get(0).problems().get(0).column()).isNotNull();
  }

  @Test
  @DisplayName("is refused where two lines say the same person")
  void repeatedLines() {
    String email = email("duas");
    String rf = Lists.rf();

    ImportPlan plan =
        lists.plan(
            PERSONS,
            HEADER,
            line("Ana", email, "Efetivo", "", ""),
            line("Ana de Novo", email.toUpperCase(), "Efetivo", "", ""),
            line("Bia", email("bia"), "Efetivo", "", rf),
            line("Bia de Novo", email("bia2"), "Efetivo", "", rf));

    assertThat(Lists.verdicts(plan))
        .containsExactly(Verdict.NEW, Verdict.REFUSED, Verdict.NEW, Verdict.REFUSED);
    assertThat(Lists.problems(plan)).containsOnly("intake.repeated");
  }

  @Test
  @DisplayName("is refused where the number is somebody else's")
  void takenNumber() {
    String rf = Lists.rf();
    lists.takeOver(PERSONS, HEADER, line("Ana", email("dona"), "Efetivo", "", rf));
    Person other = people.stranger(body.slug());

    ImportPlan plan =
        lists.plan(PERSONS, HEADER, line(other.name(), other.email(), "Efetivo", "", rf));

    assertThat(Lists.problems(plan)).containsExactly("network.identifier-taken");
  }

  @Test
  @DisplayName("is taken over all or nothing")
  void allOrNothing() {
    String good = email("boa");
    long id =
        lists.send(
            PERSONS,
            HEADER,
            line("Ana", good, "Efetivo", "", ""),
            line("Bia", "bia@gmail.com", "Efetivo", "", ""));

    assertThatThrownBy(() -> lists.apply(id))
        .isInstanceOf(Refusal.class)
        .hasMessage("intake.lines-refused");
    assertThat(persons.findByEmail(good)).isEmpty();
    assertThat(lists.plan(id)).as("the list still waits").isNotNull();
  }

  @Test
  @DisplayName("does nothing but what was shown, if the records change in between")
  void changedMeanwhile() {
    String email = email("corrida");
    long id = lists.send(PERSONS, HEADER, line("Ana da Lista", email, "Efetivo", "", ""));
    String shown = lists.plan(id).fingerprint();
    Person meanwhile =
        persons.register(
            new PersonDetails("Ana da Página", email, Bond.EFETIVO, body.id(), null, null));

    assertThat(desk.apply(id, shown, lists.coordinator())).isFalse();

    assertThat(persons.get(meanwhile.id()).name()).isEqualTo("Ana da Página");
    assertThat(lists.apply(id)).as("once the new plan is confirmed").isTrue();
    assertThat(persons.get(meanwhile.id()).name()).isEqualTo("Ana da Lista");
  }

  @Test
  @DisplayName("leaves nothing of the people behind once it is taken over, and cannot be twice")
  void forgetsItsLines() {
    long id = lists.send(PERSONS, HEADER, line("Ana", email("some"), "Efetivo", "", ""));
    String shown = lists.plan(id).fingerprint();
    desk.apply(id, shown, lists.coordinator());

    assertThat(
            jdbc.sql(
                    "SELECT content IS NULL AND file_name IS NULL FROM import_upload WHERE id = :id")
                .param("id", id)
                .query(Boolean.class)
                .single())
        .isTrue();
    assertThat(desk.preview(id, lists.coordinator()).upload().added()).isEqualTo(1);
    assertThatThrownBy(() -> desk.apply(id, shown, lists.coordinator()))
        .isInstanceOf(Refusal.class)
        .hasMessage("intake.closed");
  }

  @Test
  @DisplayName("is taken over once when two confirm it at the same moment")
  void twoConfirm() throws Exception {
    String email = email("dois");
    long id = lists.send(PERSONS, HEADER, line("Ana", email, "Efetivo", "", ""));
    String shown = lists.plan(id).fingerprint();
    CyclicBarrier start = new CyclicBarrier(2);
    Callable<Boolean> confirm =
        () -> {
          start.await(10, TimeUnit.SECONDS);
          try {
            return desk.apply(id, shown, lists.coordinator());
          } catch (Refusal refusal) {
            assertThat(refusal).hasMessage("intake.closed");
            return false;
          }
        };
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      List<Boolean> applied = new ArrayList<>();
      for (Future<Boolean> one : threads.invokeAll(List.of(confirm, confirm))) {
        applied.add(one.get());
      }
      assertThat(applied).containsExactlyInAnyOrder(true, false);
    } finally {
      threads.shutdownNow();
    }
    assertThat(persons.findByEmail(email)).isPresent();
  }

  @Test
  @DisplayName("goes on record, as a whole and person by person, without a name")
  void isAudited() {
    String email = email("registro");
    long id = lists.send(PERSONS, HEADER, line("Ana Auditada", email, "Efetivo", "", ""));
    lists.apply(id);

    assertThat(
            jdbc.sql(
                    """
                    SELECT action || ' ' || channel FROM audit_entry
                     WHERE subject_id = :import OR subject_id = :person
                        AND subject_type = 'person'
                     ORDER BY id
                    """)
                .param("import", String.valueOf(id))
                .param("person", String.valueOf(persons.findByEmail(email).orElseThrow().id()))
                .query(String.class)
                .list())
        .contains("import.applied import", "person.registered import");
    assertThat(
            jdbc.sql("SELECT count(*) FROM audit_entry WHERE details::text LIKE '%Auditada%'")
                .query(Long.class)
                .single())
        .isZero();
  }

  @Test
  @DisplayName("costs as many statements with two hundred lines as with ten")
  void noQueryPerLine() {
    long few = statements(10);
    long many = statements(200);

    assertThat(many).isLessThanOrEqualTo(few);
    assertThat(many).isLessThan(40);
  }

  private long statements(int count) {
    List<String> lines = new ArrayList<>(List.of(HEADER));
    for (int i = 0; i < count; i++) {
      lines.add(line("Pessoa de Lista", email("lista"), "Efetivo", "Gabinete", Lists.rf()));
    }
    long id = lists.send(PERSONS, lines.toArray(String[]::new));
    return StatementCounter.count(() -> assertThat(lists.apply(id)).isTrue()).statements();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "Nome;E-mail;Órgão | x;y;z | intake.columns-missing",
        "Nome;E-mail;Órgão;Vínculo;Nome completo | a;b;c;d;e | intake.column-twice",
        "Nome;E-mail;Órgão;Vínculo;CPF | a;b;c;d;e | table.cpf",
        "Nome;E-mail;Órgão;Vínculo;Nº CPF do servidor | a;b;c;d;e | table.cpf",
        "Nome;E-mail;Órgão;Vínculo;Documento | a;b;c;d;529.982.247-25 | table.cpf",
        "Nome;E-mail;Órgão;Vínculo;Documento | a;b;c;d;52998224725 | table.cpf",
      })
  @DisplayName("is refused as a whole for its header, or for a column with CPFs")
  void refusedAsAWhole(String header, String line, String code) {
    assertThatThrownBy(() -> lists.send(PERSONS, header, line))
        .isInstanceOf(Refusal.class)
        .hasMessage(code);
  }

  @Test
  @DisplayName("loses the columns that are not asked for, and says which")
  void dropsOtherColumns() {
    long id =
        lists.send(
            PERSONS,
            HEADER + ";Telefone",
            line("Ana", email("fone"), "Efetivo", "", "") + ";11987654321");

    assertThat(desk.preview(id, lists.coordinator()).ignored()).containsExactly("Telefone");
    assertThat(
            jdbc.sql("SELECT content::text FROM import_upload WHERE id = :id")
                .param("id", id)
                .query(String.class)
                .single())
        .doesNotContain("11987654321");
  }

  private String email(String name) {
    return name + Lists.next() + "@" + body.mailDomains().get(0);
  }

  private String line(String name, String email, String bond, String unit, String rf) {
    return String.join(";", name, email, body.acronym(), bond, unit, rf);
  }
}
