package br.gov.sp.prefeitura.redeinfo.pilot.web;

import br.gov.sp.prefeitura.redeinfo.identity.CurrentPerson.SignedIn;
import br.gov.sp.prefeitura.redeinfo.pilot.PilotState;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.PilotAccess.Seen;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.PilotCommand;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.PilotCommands;
import br.gov.sp.prefeitura.redeinfo.shared.web.PageSection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** On a project's page: what the person may tell it to do now. */
@Component
class CommandsOnProjectPage implements PilotPagePart {

  private static final int ORDER = 20;

  private final PilotCommands commands;

  CommandsOnProjectPage(PilotCommands commands) {
    this.commands = commands;
  }

  @Override
  public List<PageSection> commandsFor(Seen seen, SignedIn person) {
    Set<PilotCommand> allowed = commands.allowedFor(seen, person);
    if (allowed.isEmpty()) {
      return List.of();
    }
    Set<PilotCommand> pages = EnumSet.copyOf(allowed);
    pages.removeAll(Set.of(PilotCommand.REPORT, PilotCommand.REPORT_EARLY));
    boolean draft = seen.pilot().state() == PilotState.DRAFT;
    return List.of(
        new PageSection(
            ORDER,
            "pilot/commands",
            new Ways(
                seen.pilot().id(),
                allowed.contains(PilotCommand.REPORT),
                allowed.contains(PilotCommand.REPORT_EARLY),
                pages.stream()
                    .map(
                        page ->
                            new Way(
                                page.path(),
                                draft && page == PilotCommand.CANCELLATION
                                    ? "discard"
                                    : page.path()))
                    .toList())));
  }

  /** What the card offers. */
  record Ways(long id, boolean writesReport, boolean reportsEarly, List<Way> links) {}

  /**
   * @param words key of its name
   */
  record Way(String path, String words) {}
}
