//! The structs as one would write them for serde. The enums are closed, which is faster than keeping unknown values,
//! and takes less than the records do.

use serde::{Deserialize, Serialize};

#[derive(Default, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", default)]
pub struct Answer {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ret_code: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub action: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub message: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub total_count: Option<i64>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub image_set: Vec<Image>,
}

#[derive(Default, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", default)]
pub struct Image {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub zone: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub image_id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub image_name: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub os_type: Option<OsType>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub os_name: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub image_type: Option<ImageType>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub features: Vec<Feature>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub func_type: Option<FuncType>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub integrated_software: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub vendor: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub links: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub state: Option<State>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub image_description: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub create_time: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub image_size: Option<i64>,
    #[serde(rename = "MinimalCPU", skip_serializing_if = "Option::is_none")]
    pub minimal_cpu: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub maintain_eol: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub data_snapshot_ids: Vec<String>,
    #[serde(rename = "SupportedGPUTypes", skip_serializing_if = "Vec::is_empty")]
    pub supported_gpu_types: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub scene_categories: Vec<Category>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub primary_software: Option<String>,
}

#[derive(Serialize, Deserialize)]
pub enum OsType {
    Linux,
    Windows,
}

#[derive(Serialize, Deserialize)]
pub enum ImageType {
    Base,
    Business,
    Custom,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum FuncType {
    Gpu,
    App,
    Uhost,
}

#[derive(Serialize, Deserialize)]
pub enum State {
    Available,
    Making,
    Unavailable,
    Copying,
}

#[derive(Serialize, Deserialize)]
pub enum Feature {
    NetEnhnced,
    #[serde(rename = "NetEnhanced_Ultra")]
    NetEnhancedUltra,
    #[serde(rename = "NetEnhanced_Extreme")]
    NetEnhancedExtreme,
    HotPlug,
    #[serde(rename = "GPU")]
    Gpu,
    CloudInit,
    IPv6,
    RssdAttachable,
    #[serde(rename = "Vgpu_AMD")]
    VgpuAmd,
    #[serde(rename = "Vgpu_NVIDIA")]
    VgpuNvidia,
    #[serde(rename = "Aarch64_Type")]
    Aarch64Type,
}

#[derive(Serialize, Deserialize)]
pub enum Category {
    Featured,
    PreInstalledDrivers,
    AIPainting,
    AIModels,
    #[serde(rename = "HPC")]
    Hpc,
}
