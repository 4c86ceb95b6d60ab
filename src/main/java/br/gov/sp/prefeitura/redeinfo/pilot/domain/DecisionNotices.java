package br.gov.sp.prefeitura.redeinfo.pilot.domain;

import br.gov.sp.prefeitura.redeinfo.identity.Groups;
import br.gov.sp.prefeitura.redeinfo.network.Bodies;
import br.gov.sp.prefeitura.redeinfo.network.Body;
import br.gov.sp.prefeitura.redeinfo.notification.Notices;
import br.gov.sp.prefeitura.redeinfo.notification.Notices.Notice;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Tells the lead body, its partners, the sponsor and who submitted a proposal what became of it.
 * Reasons are read after the sign-in. Joins the caller's transaction; each is told once.
 */
@Component
public class DecisionNotices {

  private final Notices notices;
  private final Bodies bodies;
  private final PartnershipRepository partnerships;
  private final Submissions submissions;

  DecisionNotices(
      Notices notices, Bodies bodies, PartnershipRepository partnerships, Submissions submissions) {
    this.notices = notices;
    this.bodies = bodies;
    this.partnerships = partnerships;
    this.submissions = submissions;
  }

  void approved(Pilot pilot) {
    send(pilot, "pilot-approved");
  }

  /** It ended without an approval, in the state in which it stands. */
  public void closed(Pilot pilot) {
    send(
        pilot,
        switch (pilot.state()) {
          case NOT_ENDORSED -> "pilot-not-endorsed";
          case NOT_RECOMMENDED -> "pilot-not-recommended";
          case REJECTED -> "pilot-rejected";
          case SHELVED -> "pilot-shelved";
          default -> throw new IllegalStateException("no pilot that has ended: " + pilot.state());
        });
  }

  private void send(Pilot pilot, String template) {
    Body body = bodies.get(pilot.bodyId());
    List<String> groups =
        new ArrayList<>(
            List.of(
                Groups.head(body.slug()), Groups.office(body.slug()), Groups.members(body.slug())));
    partnerships.of(pilot.id()).stream()
        .map(Partnership::bodyId)
        .filter(Objects::nonNull)
        .map(id -> bodies.get(id).slug())
        .forEach(slug -> groups.addAll(List.of(Groups.head(slug), Groups.office(slug))));
    long submitter = submissions.get(pilot.id(), pilot.submission()).submittedBy();
    notices.send(
        new Notice(
            "pilot:" + pilot.id() + ":" + template,
            template,
            Map.of("title", pilot.title(), "bodyAcronym", body.acronym()),
            "/pilots/" + pilot.id(),
            Stream.of(pilot.sponsorId(), submitter).filter(Objects::nonNull).distinct().toList(),
            groups));
  }
}
