package br.gov.sp.prefeitura.redeinfo.volunteer.domain;

import br.gov.sp.prefeitura.redeinfo.network.Bodies;
import br.gov.sp.prefeitura.redeinfo.network.Body;
import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.network.Persons;
import br.gov.sp.prefeitura.redeinfo.shared.privacy.PersonalData;
import br.gov.sp.prefeitura.redeinfo.shared.privacy.Retention;
import br.gov.sp.prefeitura.redeinfo.shared.time.SaoPaulo;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.i18n.LocaleContextHolder;

/** How long requests to join name somebody, and what a person's own copy has of them. */
@Configuration(proxyBeanMethods = false)
class VolunteerPrivacy {

  /** Requests that nobody confirmed, and those that were used: gone as a whole. */
  @Bean
  Retention joinRequestsRetention(JoinRequestRepository requests) {
    return new Retention() {
      @Override
      public String kind() {
        return "join-requests";
      }

      @Override
      public long lapsed(Instant before) {
        return requests.lapsed(before);
      }

      @Override
      public int anonymise(Instant before, int limit) {
        return requests.delete(before, limit);
      }
    };
  }

  /** Declined and withdrawn ones: that there was one of the body stays. */
  @Bean
  Retention enlistmentsRetention(EnlistmentRepository enlistments) {
    return new Retention() {
      @Override
      public String kind() {
        return "enlistments";
      }

      @Override
      public long lapsed(Instant before) {
        return enlistments.lapsed(before);
      }

      @Override
      public int anonymise(Instant before, int limit) {
        return enlistments.anonymise(before, limit);
      }
    };
  }

  @Bean
  PersonalData enlistmentsOfPerson(
      VolunteerQueries enlistments, Persons persons, Bodies bodies, MessageSource messages) {
    return personId -> {
      Person person = persons.byId(Set.of(personId)).get(personId);
      if (person == null) {
        return List.of();
      }
      List<Enlistment> own = enlistments.of(personId, person.email().toLowerCase(Locale.ROOT));
      Map<Long, Body> of = bodies.byId(own.stream().map(Enlistment::bodyId).distinct().toList());
      return List.of(
          new PersonalData.Section(
              "volunteer.data.title",
              List.of(
                  "volunteer.data.confirmed",
                  "volunteer.data.body",
                  "volunteer.data.unit",
                  "volunteer.data.interest",
                  "volunteer.data.motivation",
                  "volunteer.data.state",
                  "volunteer.data.reason"),
              own.stream().map(one -> row(one, of.get(one.bodyId()), messages)).toList()));
    };
  }

  private static List<String> row(Enlistment one, Body body, MessageSource messages) {
    Locale locale = LocaleContextHolder.getLocale();
    DateTimeFormatter moment =
        DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm").withZone(SaoPaulo.ZONE);
    return Arrays.asList(
        moment.format(one.confirmedAt()),
        body.acronym(),
        one.unit(),
        messages.getMessage("volunteer.interest." + one.interest(), null, locale),
        one.motivation(),
        messages.getMessage("volunteer.state." + one.state(), null, locale),
        one.reason());
  }
}
