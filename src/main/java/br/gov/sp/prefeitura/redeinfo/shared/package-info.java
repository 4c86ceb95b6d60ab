/**
 * What every module may lean on: time and working days, refusals, paging, documents, layout. It
 * knows no other module and nothing of Camunda.
 */
@ApplicationModule(
    type = ApplicationModule.Type.OPEN,
    allowedDependencies = {})
package br.gov.sp.prefeitura.redeinfo.shared;

import org.springframework.modulith.ApplicationModule;
