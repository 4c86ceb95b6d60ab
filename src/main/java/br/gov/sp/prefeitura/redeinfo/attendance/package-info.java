/**
 * Who was expected at an event and who came: one sheet per event, kept by screen, by the persons
 * themselves or from a list. Trainings and meetings share it; an event that is both is one event,
 * and its attendance counts once.
 */
@ApplicationModule(allowedDependencies = {"network", "notification", "identity", "audit", "shared"})
package br.gov.sp.prefeitura.redeinfo.attendance;

import org.springframework.modulith.ApplicationModule;
