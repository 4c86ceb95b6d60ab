package br.gov.sp.prefeitura.redeinfo.nomination.domain;

import java.time.LocalDate;

/**
 * The act by which the mandates become valid.
 *
 * @param actNumber act or SEI number, NNNN.AAAA/NNNNNNN-D
 * @param gazetteDate day of the Official Gazette
 * @param link address of the publication
 */
public record Publication(String actNumber, LocalDate gazetteDate, String link) {}
