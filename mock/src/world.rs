//! The specs, read once: what the fake cloud is driven by.

use std::sync::{Arc, OnceLock};

use tablature_codegen::model::{Action, Model, Provider, Service};
use tablature_codegen::source::SourceFile;

use crate::error::Error;
use crate::store::Roles;

/// The model, and what the store makes of its actions.
#[derive(Debug)]
pub(crate) struct World {
    pub(crate) model: Model,
    pub(crate) roles: Roles,
}

/// The specs that stood in the repository when this crate was built.
///
/// ```
/// assert!(tablature_mock::embedded_specs().iter().any(|file| file.path == "aliyun/ecs/DescribeImages.yaml"));
/// ```
pub fn embedded_specs() -> Vec<SourceFile> {
    const FILES: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/specs.rs"));
    FILES.iter().map(|(path, text)| SourceFile::new(*path, *text)).collect()
}

/// Name of an action in full: `aliyun/ecs/DescribeImages`.
pub(crate) fn path_of(provider: &Provider, service: &Service, action: &Action) -> String {
    format!("{}/{}/{}", provider.name.value, service.name.value, action.name.value)
}

/// Whether a name in full is the one that was asked for, or stands below it: `aliyun`, `aliyun/ecs`. The empty name
/// stands for everything.
pub(crate) fn is_within(path: &str, asked: &str) -> bool {
    let asked = asked.trim_matches('/');
    asked.is_empty() || path.strip_prefix(asked).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

impl World {
    pub(crate) fn read(files: &[SourceFile]) -> Result<Self, Error> {
        let (model, report) = tablature_codegen::read(files, 1);
        if report.has_errors() {
            return Err(Error::specs(report.human(files, "specs", false)));
        }
        let roles = Roles::infer(&model);
        Ok(Self { model, roles })
    }

    /// The world of the embedded specs, which is read once a process.
    pub(crate) fn embedded() -> Result<Arc<Self>, Error> {
        static WORLD: OnceLock<Arc<World>> = OnceLock::new();
        if let Some(world) = WORLD.get() {
            return Ok(world.clone());
        }
        let world = Arc::new(Self::read(&embedded_specs())?);
        Ok(WORLD.get_or_init(|| world).clone())
    }

    /// The actions within a name.
    pub(crate) fn within(&self, asked: &str) -> Result<Vec<(&Provider, &Service, &Action)>, Error> {
        let all = || self.model.actions().map(|(provider, service, action)| path_of(provider, service, action));
        let wanted = self
            .model
            .actions()
            .filter(|(provider, service, action)| is_within(&path_of(provider, service, action), asked));
        let found: Vec<_> = wanted.collect();
        if found.is_empty() { Err(Error::unknown(asked, all().collect())) } else { Ok(found) }
    }
}
