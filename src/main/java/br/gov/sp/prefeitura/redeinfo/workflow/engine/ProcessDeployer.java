package br.gov.sp.prefeitura.redeinfo.workflow.engine;

import java.io.ByteArrayInputStream;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/**
 * Deploys every process at start, before the job executor and the web server run: one deployment
 * per process, named by its key, holding everything the process needs. A change to any of the
 * resources deploys all of them again, because a form or table bound to the deployment is only
 * looked for there; without a change nothing is deployed. Whatever is missing fails the start.
 */
@Component
class ProcessDeployer implements SmartInitializingSingleton {

  private static final Logger LOG = LoggerFactory.getLogger(ProcessDeployer.class);

  private final RepositoryService repository;

  ProcessDeployer(RepositoryService repository) {
    this.repository = repository;
  }

  @Override
  public void afterSingletonsInstantiated() {
    if (deploy(new ProcessArchive("classpath:/")) == 0) {
      throw new IllegalStateException("no model found in processes/");
    }
  }

  /** How many processes the archive holds. */
  int deploy(ProcessArchive archive) {
    Map<String, Map<String, byte[]>> deployments = archive.deployments();
    deployments.forEach(this::deploy);
    return deployments.size();
  }

  private void deploy(String key, Map<String, byte[]> resources) {
    DeploymentBuilder deployment =
        repository.createDeployment().name(key).enableDuplicateFiltering(false);
    resources.forEach(
        (name, content) -> deployment.addInputStream(name, new ByteArrayInputStream(content)));
    String id = deployment.deploy().getId();
    LOG.info("process {} is in deployment {}", key, id);
  }
}
