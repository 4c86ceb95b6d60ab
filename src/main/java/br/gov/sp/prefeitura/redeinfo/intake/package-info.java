/**
 * Takes over lists of bodies, persons, appointments and contacts that the coordination keeps in
 * spreadsheets: read, compared with what is known, shown line by line, and written all or nothing.
 * The rules and the rows are {@code network}'s and {@code outreach}'s; files are read by {@code
 * shared.documents}.
 */
@ApplicationModule(allowedDependencies = {"outreach", "network", "identity", "audit", "shared"})
package br.gov.sp.prefeitura.redeinfo.intake;

import org.springframework.modulith.ApplicationModule;
