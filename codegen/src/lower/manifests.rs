//! Manifests: packages, what they depend on, and their features.

use crate::Manifest as Wanted;
use crate::rust::{Dependency, Home, Manifest, OwnCrate, ProviderModule};

/// The feature that clients stand behind.
const CALL: &str = "call";

/// Features that turn on those of the runtime. A type that stands behind `call` is there with all three.
const OF_THE_RUNTIME: [(&str, &[&str]); 3] = [
    (CALL, &["tablature-runtime/call"]),
    ("client", &[CALL, "tablature-runtime/client"]),
    ("blocking", &[CALL, "tablature-runtime/blocking"]),
];

/// The manifest of the bindings, and those of the crates that they are made of.
pub(super) fn manifests(providers: &[ProviderModule], wanted: &Wanted) -> Vec<Manifest> {
    let has_parts = providers.iter().any(|provider| provider.own_crate.is_some());
    let (home, home_of_parts) = match wanted {
        Wanted::Member => (Home::Repository, Home::Repository),
        Wanted::Standalone { runtime_path } => {
            (Home::Own { runtime_path: runtime_path.clone(), has_parts }, Home::Bindings)
        }
    };
    let mut manifests = vec![Manifest {
        path: "Cargo.toml".to_owned(),
        name: "tablature".to_owned(),
        description: "Typed and validated bindings for cloud APIs that exist as documentation pages only".to_owned(),
        home,
        root: None,
        dependencies: own_crates(providers).map(|own| dependency(own, place(own).0, true)).collect(),
        features: features(providers),
    }];
    for provider in providers {
        let Some(own) = &provider.own_crate else { continue };
        let call = (CALL.to_owned(), vec![format!("tablature-runtime/{CALL}")]);
        manifests.push(part(
            own,
            "What the bindings of `tablature` say of a provider as a whole",
            &home_of_parts,
            &[],
            &[call],
        ));
        for service in &provider.services {
            let Some(part_of) = &service.own_crate else { continue };
            let around = dependency(own, "..", false);
            manifests.push(part(
                part_of,
                "The bindings of one service, a part of `tablature`",
                &home_of_parts,
                &[around],
                &[],
            ));
        }
    }
    manifests
}

fn part(
    own: &OwnCrate,
    description: &str,
    home: &Home,
    dependencies: &[Dependency],
    features: &[(String, Vec<String>)],
) -> Manifest {
    let (folder, root) = place(own);
    Manifest {
        path: format!("{folder}/Cargo.toml"),
        name: own.package.clone(),
        description: description.to_owned(),
        home: home.clone(),
        root: Some(root.to_owned()),
        dependencies: dependencies.to_vec(),
        features: features.to_vec(),
    }
}

/// The folder of a crate, and the file of its root.
fn place(own: &OwnCrate) -> (&str, &str) {
    own.root.rsplit_once('/').unwrap_or((".", &own.root))
}

fn dependency(own: &OwnCrate, path: &str, optional: bool) -> Dependency {
    Dependency { name: own.package.clone(), path: path.to_owned(), optional }
}

fn own_crates(providers: &[ProviderModule]) -> impl Iterator<Item = &OwnCrate> {
    providers.iter().flat_map(|provider| {
        let services = provider.services.iter().filter_map(|service| service.own_crate.as_ref());
        provider.own_crate.iter().chain(services)
    })
}

/// One feature a service, one for all services of a provider, and all of them by default.
fn features(providers: &[ProviderModule]) -> Vec<(String, Vec<String>)> {
    let by_default = providers.iter().map(|provider| provider.feature.clone()).chain(["client".to_owned()]);
    let of_parts: Vec<&OwnCrate> = providers.iter().filter_map(|provider| provider.own_crate.as_ref()).collect();
    let mut features = vec![("default".to_owned(), by_default.collect::<Vec<_>>())];
    features.extend(OF_THE_RUNTIME.map(|(name, on)| {
        let parts = of_parts.iter().filter(|_| name == CALL).map(|own| format!("{}?/{CALL}", own.package));
        (name.to_owned(), on.iter().map(|one| (*one).to_owned()).chain(parts).collect())
    }));
    for provider in providers {
        features.push((
            provider.feature.clone(),
            provider.services.iter().map(|service| service.feature.clone()).collect(),
        ));
        for service in &provider.services {
            let crates = [&provider.own_crate, &service.own_crate].into_iter().flatten();
            features.push((service.feature.clone(), crates.map(|own| format!("dep:{}", own.package)).collect()));
        }
    }
    features
}
