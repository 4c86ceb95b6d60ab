package br.gov.sp.prefeitura.redeinfo.meeting.web;

import br.gov.sp.prefeitura.redeinfo.identity.Groups;
import br.gov.sp.prefeitura.redeinfo.meeting.domain.Meeting;
import br.gov.sp.prefeitura.redeinfo.meeting.domain.MeetingAccess;
import br.gov.sp.prefeitura.redeinfo.meeting.domain.MeetingQueries;
import br.gov.sp.prefeitura.redeinfo.meeting.domain.Quarters;
import br.gov.sp.prefeitura.redeinfo.meeting.domain.Quarters.SeenQuarter;
import br.gov.sp.prefeitura.redeinfo.shared.paging.Position;
import br.gov.sp.prefeitura.redeinfo.shared.time.SaoPaulo;
import br.gov.sp.prefeitura.redeinfo.shared.web.HomeContribution;
import br.gov.sp.prefeitura.redeinfo.shared.web.PageSection;
import br.gov.sp.prefeitura.redeinfo.shared.web.Viewer;
import java.time.Clock;
import java.time.Year;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * The next meetings on the start page; for those who committed to a meeting every quarter, how the
 * year's quarters stand.
 */
@Component
class QuartersOnHome implements HomeContribution {

  private static final int SHOWN = 3;

  private final Quarters quarters;
  private final MeetingQueries meetings;
  private final Clock clock;

  QuartersOnHome(Quarters quarters, MeetingQueries meetings, Clock clock) {
    this.quarters = quarters;
    this.meetings = meetings;
    this.clock = clock;
  }

  @Override
  public List<PageSection> sectionsFor(Optional<Viewer> viewer) {
    return viewer
        .filter(one -> MeetingAccess.reads(one.groups()))
        .map(this::sections)
        .orElse(List.of());
  }

  private List<PageSection> sections(Viewer viewer) {
    List<Meeting> next = meetings.coming(null, Position.NEWEST, SHOWN);
    boolean committed =
        viewer.isInAny(Groups.COORDINATION, Groups.CIGA, Groups.SAO_PAULO_ABERTA, Groups.AUDITOR);
    List<SeenQuarter> year =
        committed ? quarters.of(Year.of(SaoPaulo.today(clock).getYear())) : List.of();
    return next.isEmpty() && year.isEmpty()
        ? List.of()
        : List.of(new PageSection(16, "meeting/home-card", new Shown(next, year)));
  }

  /**
   * @param quarters empty for who has no part in them
   */
  record Shown(List<Meeting> meetings, List<SeenQuarter> quarters) {}
}
