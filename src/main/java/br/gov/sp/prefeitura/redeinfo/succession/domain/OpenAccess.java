package br.gov.sp.prefeitura.redeinfo.succession.domain;

import br.gov.sp.prefeitura.redeinfo.network.Appointment.EndReason;
import java.time.LocalDate;

/**
 * Somebody who exercises no function any more and still gets in.
 *
 * @param since the last day of their last function
 */
public record OpenAccess(long personId, String name, LocalDate since, EndReason reason) {}
