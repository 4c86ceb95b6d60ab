/**
 * The network's people and bodies: public bodies and their units, persons, and one dated table of
 * appointments from which groups, seats, vacancies and the directory follow.
 */
@ApplicationModule(allowedDependencies = {"identity", "workflow", "audit", "shared"})
package br.gov.sp.prefeitura.redeinfo.network;

import org.springframework.modulith.ApplicationModule;
