/**
 * How servants are invited: contacts the coordination imports, campaigns in waves, opting out, and
 * what came of them by body.
 */
@ApplicationModule(
    allowedDependencies = {
      "volunteer",
      "network",
      "notification",
      "identity",
      "workflow",
      "audit",
      "shared"
    })
package br.gov.sp.prefeitura.redeinfo.outreach;

import org.springframework.modulith.ApplicationModule;
