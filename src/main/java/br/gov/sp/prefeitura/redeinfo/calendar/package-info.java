/**
 * Dates as calendar files (RFC 5545): single entries, entries attached to mails, and a personal
 * address that calendar programs subscribe to.
 */
@ApplicationModule(allowedDependencies = {"notification", "identity", "audit", "shared"})
package br.gov.sp.prefeitura.redeinfo.calendar;

import org.springframework.modulith.ApplicationModule;
