package br.gov.sp.prefeitura.redeinfo.volunteer.web;

import br.gov.sp.prefeitura.redeinfo.identity.CurrentPerson;
import br.gov.sp.prefeitura.redeinfo.identity.Groups;
import br.gov.sp.prefeitura.redeinfo.network.Bodies;
import br.gov.sp.prefeitura.redeinfo.network.Body;
import br.gov.sp.prefeitura.redeinfo.network.BodyPageSection;
import br.gov.sp.prefeitura.redeinfo.shared.web.HomeContribution;
import br.gov.sp.prefeitura.redeinfo.shared.web.PageSection;
import br.gov.sp.prefeitura.redeinfo.shared.web.Viewer;
import br.gov.sp.prefeitura.redeinfo.volunteer.domain.Volunteer;
import br.gov.sp.prefeitura.redeinfo.volunteer.domain.VolunteerQueries;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * A body's volunteers on its page, for who looks for somebody to fill a seat; on the start page
 * where one takes part oneself, and the way out.
 */
@Component
class VolunteersOnPages implements BodyPageSection, HomeContribution {

  private static final int SHOWN = 10;

  private final VolunteerQueries volunteers;
  private final Bodies bodies;
  private final CurrentPerson currentPerson;

  VolunteersOnPages(VolunteerQueries volunteers, Bodies bodies, CurrentPerson currentPerson) {
    this.volunteers = volunteers;
    this.bodies = bodies;
    this.currentPerson = currentPerson;
  }

  @Override
  public List<PageSection> sectionsFor(Body body) {
    List<Volunteer> newest = volunteers.volunteers(List.of(body.id()), null, SHOWN);
    return newest.isEmpty() ? List.of() : List.of(new PageSection(20, "volunteer/of-body", newest));
  }

  @Override
  public List<PageSection> sectionsFor(Optional<Viewer> viewer) {
    if (viewer.filter(VolunteersOnPages::isMember).isEmpty()) {
      return List.of();
    }
    List<Volunteer> own = volunteers.ofPerson(currentPerson.require().personId());
    return own.isEmpty()
        ? List.of()
        : List.of(new PageSection(90, "volunteer/own-card", new Own(own, of(own))));
  }

  private static boolean isMember(Viewer viewer) {
    return Groups.bodySlugs(viewer.groups()).stream()
        .anyMatch(slug -> viewer.isInAny(Groups.members(slug)));
  }

  private Map<Long, Body> of(List<Volunteer> own) {
    return bodies.byId(own.stream().map(Volunteer::bodyId).toList());
  }

  /** Where one takes part. */
  record Own(List<Volunteer> volunteers, Map<Long, Body> bodies) {}
}
