/**
 * Everything of Camunda that is not one process: engine settings, deployment, who the engine knows,
 * who sees which task, the form guard, the web applications. Other modules meet the engine through
 * the ports in this package; only their {@code process} packages may import Camunda.
 */
@ApplicationModule(allowedDependencies = {"audit", "shared"})
package br.gov.sp.prefeitura.redeinfo.workflow;

import org.springframework.modulith.ApplicationModule;
