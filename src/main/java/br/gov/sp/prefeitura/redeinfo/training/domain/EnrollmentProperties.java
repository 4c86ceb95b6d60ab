package br.gov.sp.prefeitura.redeinfo.training.domain;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Periods of enrolments that no edition sets for itself, in working days of the city.
 *
 * @param answerDays for participants to say why they were absent, and for the coordination to
 *     decide on a release that the head did not answer
 */
@ConfigurationProperties("rede-info.training.enrollment")
public record EnrollmentProperties(@DefaultValue("5") int answerDays) {}
