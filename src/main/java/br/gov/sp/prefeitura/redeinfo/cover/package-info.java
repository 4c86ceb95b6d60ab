/**
 * Substitutes for a period of absence: who does whose tasks, in which processes, from when to when.
 */
@ApplicationModule(
    allowedDependencies = {"network", "notification", "identity", "workflow", "audit", "shared"})
package br.gov.sp.prefeitura.redeinfo.cover;

import org.springframework.modulith.ApplicationModule;
