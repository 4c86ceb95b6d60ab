package br.gov.sp.prefeitura.redeinfo.volunteer.web;

import br.gov.sp.prefeitura.redeinfo.network.Body;
import br.gov.sp.prefeitura.redeinfo.network.BodyPageSection;
import br.gov.sp.prefeitura.redeinfo.shared.web.PageSection;
import br.gov.sp.prefeitura.redeinfo.volunteer.domain.Volunteer;
import br.gov.sp.prefeitura.redeinfo.volunteer.domain.VolunteerQueries;
import java.util.List;
import org.springframework.stereotype.Component;

/** A body's volunteers on its page, for who looks for somebody to fill a seat. */
@Component
class VolunteersOnPages implements BodyPageSection {

  private static final int SHOWN = 10;

  private final VolunteerQueries volunteers;

  VolunteersOnPages(VolunteerQueries volunteers) {
    this.volunteers = volunteers;
  }

  @Override
  public List<PageSection> sectionsFor(Body body) {
    List<Volunteer> newest = volunteers.volunteers(List.of(body.id()), null, SHOWN);
    return newest.isEmpty() ? List.of() : List.of(new PageSection(20, "volunteer/of-body", newest));
  }
}
