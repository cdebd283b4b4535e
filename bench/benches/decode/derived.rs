//! The structs as one would write them for serde. Enums are texts here: derived enums would either refuse an answer
//! with a new value, or lose it, or buffer each value to try twice.

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
    pub os_type: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub os_name: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub image_type: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub features: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub func_type: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub integrated_software: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub vendor: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub links: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub state: Option<String>,
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
    pub scene_categories: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub primary_software: Option<String>,
}
